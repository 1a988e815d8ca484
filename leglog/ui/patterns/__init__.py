"""What moved together, and mornings after exercises: shown, never explained."""
