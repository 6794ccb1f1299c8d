"""Time: expressions in text, and the interval in which each article was published."""
