"""The pictures of the article and the words that go with them."""
