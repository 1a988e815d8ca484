"""A private training log for legs and lower back."""

__version__ = "0.1.0"
