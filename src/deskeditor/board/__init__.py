"""The board of journalists: who they are, the cases before them, every act and its chain.

`local` is the embedded board, one SQLite file. Its rules are those of `domain.review`, applied
inside the transaction that writes the event; what is theirs alone stands in `ruling`.
"""
