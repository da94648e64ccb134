"""The link bar."""
