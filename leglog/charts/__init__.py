"""Figures in matplotlib's object API, from plain values; no Qt, so that files share them.

matplotlib is imported by the modules inside, which are imported when the first chart shows.
"""
