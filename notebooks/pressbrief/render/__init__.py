"""The briefing as a document: executed notebooks in, one HTML page or one tagged PDF out."""
