"""The only package that knows Qt; it shows values and asks services."""
