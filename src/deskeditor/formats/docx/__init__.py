"""DOCX: a Word file that is right-to-left where its text is."""

from deskeditor.formats.docx.writer import DocxWriter

__all__ = ["DocxWriter"]
