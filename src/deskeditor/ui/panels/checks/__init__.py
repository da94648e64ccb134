"""Findings by category, their fixes, and how far the piece is from being sent."""
