"""The place of sources: the register across articles, and the vault."""
