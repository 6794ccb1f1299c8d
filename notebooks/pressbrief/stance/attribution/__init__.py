"""Who says what: `voices.py` is the driver, and its body the table of contents."""
