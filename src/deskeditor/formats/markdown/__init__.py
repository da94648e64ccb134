"""Markdown with front matter: its writer."""

from deskeditor.formats.markdown.writer import MarkdownWriter

__all__ = ["MarkdownWriter"]
