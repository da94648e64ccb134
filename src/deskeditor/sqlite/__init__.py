"""The SQLite that the store and the embedded board share: driver, faults, files.

No SQL of either lives here, and no SQLAlchemy: only what a file with tables in it needs to be safe.
"""
