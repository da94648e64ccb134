"""Formats: one folder a format, its reader beside its writer. All read or write the Document."""
