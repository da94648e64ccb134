"""Small widgets that every panel is made of; they know the look and nothing of the newsroom."""
