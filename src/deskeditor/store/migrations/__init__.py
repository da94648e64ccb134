"""The store's schema, one step a file under `versions`."""
