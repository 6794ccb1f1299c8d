"""Fonts and templates, which charts and documents share."""
