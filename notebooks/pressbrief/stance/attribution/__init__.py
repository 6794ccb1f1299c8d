"""Who says what: quotations and reported speech, their cues, contents and speakers."""
