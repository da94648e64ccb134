"""ninjs 3.1, the news agencies' JSON: its writer beside its reader."""

from deskeditor.formats.ninjs.writer import NinjsWriter

__all__ = ["NinjsWriter"]
