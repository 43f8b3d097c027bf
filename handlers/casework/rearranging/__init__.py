"""Cases that become others: merged, split, linked, moved, handed over, undone."""
