"""What a rider does: file, follow, say whether it was solved."""
