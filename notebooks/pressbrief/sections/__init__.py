"""The sections of a briefing: what each says of its tables, in sentences and in tables."""
