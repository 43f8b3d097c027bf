"""What one process knows by heart; committed Units write it, everybody reads it."""
