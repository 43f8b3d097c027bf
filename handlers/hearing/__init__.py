"""What is said to us: whose it is, what goes first, and what is open already."""
