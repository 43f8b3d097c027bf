"""What is said of one's own cases: how far they are, thanks, solved or not, stars."""
