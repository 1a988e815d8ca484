"""The screen for volume and back pain over time."""
