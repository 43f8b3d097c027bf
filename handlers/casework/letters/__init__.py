"""One letter to somebody: where it reaches them, its buttons, and what is true of it by then."""
