"""The screen for the monthly review."""
