"""Use cases: what a person asks of the desk, one family of verbs a file."""
