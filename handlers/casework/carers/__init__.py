"""Who takes charge of a case, and who does where they are away."""
