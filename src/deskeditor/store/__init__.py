"""The local store: articles, revisions, journals and the outbox in one SQLite file.

Importing this package costs nothing; `store.open` brings SQLAlchemy and Alembic.
"""
