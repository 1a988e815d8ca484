"""Help in place: what a page is for, how it goes, and the keys."""
