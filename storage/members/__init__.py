"""Mobile grid members as they stand, and their grids."""
