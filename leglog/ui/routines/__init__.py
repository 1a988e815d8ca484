"""The screen for planning routines."""
