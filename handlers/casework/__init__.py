"""What happens to a case, and who hears of it."""
