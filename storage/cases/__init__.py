"""Cases: the store, their rows, their lists and their counts."""
