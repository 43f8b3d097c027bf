"""Work on foreign bytes, done in child processes that may die of it."""
