"""The screen for logging a workout."""
