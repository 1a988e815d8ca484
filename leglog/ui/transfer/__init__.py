"""The screen for bringing data in."""
