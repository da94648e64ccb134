"""What is true of the article beside its text."""
