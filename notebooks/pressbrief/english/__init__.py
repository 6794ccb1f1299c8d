"""English: tokens, days, numbers, verb forms, and the lists of words that the rooms above share."""
