"""Reading evidence for its words: told by its bytes, read in a process of its own, shown never."""
