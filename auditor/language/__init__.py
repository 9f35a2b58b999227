"""Sentences, tokens, scripts and phrases: functions on plain strings."""
