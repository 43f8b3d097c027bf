"""A conversation: the turn, its forms and fields."""
