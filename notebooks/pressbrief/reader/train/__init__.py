"""How the reader's weights were made: `python -m pressbrief.reader.train` (needs torch)."""
