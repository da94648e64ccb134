"""Submitting, and what the board said."""
