"""The screen for what is next and how the back is."""
