"""People: the store, their rows and the accounts by which they reach us."""
