"""Pictures as files: originals kept by hash, what they say of themselves, what is made of them."""
