"""The first run: units, a routine, and when to get help."""
