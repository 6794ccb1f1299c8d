"""pressbrief: a folder of news articles as a briefing whose every number leads to its sentence."""

__version__ = "0.1.0"
