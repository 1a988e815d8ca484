"""Reusable widgets that know no training words."""
