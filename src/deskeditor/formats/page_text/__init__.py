"""The text of a published page, pasted or saved: its reader."""

from deskeditor.formats.page_text.reader import MAX_BYTES, read_page, read_page_file

__all__ = ["MAX_BYTES", "read_page", "read_page_file"]
