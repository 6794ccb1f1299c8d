"""English: tokens, days and verb forms, and the lists of words that the rooms above share."""
