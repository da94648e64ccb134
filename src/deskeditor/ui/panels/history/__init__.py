"""The revisions of the article."""
