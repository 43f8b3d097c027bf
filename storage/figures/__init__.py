"""Statistics, daily rows and the register."""
