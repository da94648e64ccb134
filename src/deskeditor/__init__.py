"""A desktop workstation for an Arabic newsroom."""

__version__ = "0.1.0"
