"""The map of keys: looked at and changed."""
