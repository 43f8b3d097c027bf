"""What is said right after a report: another category, place or picture, one more like it."""
