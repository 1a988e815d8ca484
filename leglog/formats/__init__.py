"""Shapes of files that other programs and LegLog write; no database."""
