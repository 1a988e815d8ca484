"""The screen for what was done."""
