"""The few helpers the DOCX parts are written with. Names of attributes follow WordprocessingML."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

__all__ = ["HEAD", "R", "W", "element", "escape", "flag", "quoteattr"]


def flag(name: str, on: bool = True) -> str:
    """A property that is on by being there; nothing where it is off."""
    return f"<w:{name}/>" if on else ""


def element(name: str, inner: str = "", /, **attributes: object) -> str:
    """`<w:name w:key="value">inner</w:name>`."""
    listed = "".join(f" w:{key}={quoteattr(str(value))}" for key, value in attributes.items())
    return f"<w:{name}{listed}>{inner}</w:{name}>" if inner else f"<w:{name}{listed}/>"
