"""The wording of a briefing: phrases that keep their values, numbers in words, and names."""
