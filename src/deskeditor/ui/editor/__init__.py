"""The article editor: one page from kicker to last paragraph, live text of one QTextDocument."""
