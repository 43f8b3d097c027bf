"""Who is on duty: turns put down by a command or in words, their hours, and who is told."""
