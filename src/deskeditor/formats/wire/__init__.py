"""Plain text for wires: its writer."""

from deskeditor.formats.wire.writer import WireWriter

__all__ = ["WireWriter"]
