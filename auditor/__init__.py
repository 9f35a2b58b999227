"""Audit English news for machine-translation artifacts and foreign name spellings."""

__version__ = "0.1.0"
