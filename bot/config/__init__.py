"""What an operator may set, and whether it holds."""
