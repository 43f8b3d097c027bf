"""One parser for each kind of value that people type: the same at every door."""
