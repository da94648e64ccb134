"""HTML: one self-contained page."""

from deskeditor.formats.html.writer import HtmlWriter

__all__ = ["HtmlWriter"]
