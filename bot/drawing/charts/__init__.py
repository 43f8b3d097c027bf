"""The parts of a chart."""
