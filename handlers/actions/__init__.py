"""What people do to a case: the table of acts, its buttons, choices, prompts and commands."""
