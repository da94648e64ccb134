"""The find bar over the page, and the list of what was found in other drafts."""
