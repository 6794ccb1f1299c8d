"""How the reader's weights were made: `cd notebooks && python -m training` (needs torch)."""
