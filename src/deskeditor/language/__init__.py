"""Arabic text as pure functions: folding, tokens, counting, bidi, dates, numbers, wording."""
