"""The places: lists of articles, pictures, sources."""
