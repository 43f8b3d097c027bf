"""The parts of a dispatch slip."""
