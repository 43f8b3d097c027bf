"""What riders say of their own cases and forms, in other words than a press."""
