"""The ledger of quotations and the sources."""
