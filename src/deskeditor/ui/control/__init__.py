"""What the window does: each control holds one piece of state and calls one service."""
