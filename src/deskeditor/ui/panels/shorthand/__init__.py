"""The table of slips, abbreviations and snippets."""
