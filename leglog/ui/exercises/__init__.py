"""The screen for the exercise library."""
