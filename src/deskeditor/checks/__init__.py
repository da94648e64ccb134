"""Checks: pure rules that read a document and answer findings. One rule, one file."""
