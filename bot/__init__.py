"""Doors, clock and wiring. May import every other floor."""
