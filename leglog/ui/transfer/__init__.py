"""Bringing data in, taking it out, and going back to a backup."""
