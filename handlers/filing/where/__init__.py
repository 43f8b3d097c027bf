"""Where a filing is: a pin, a place in words, a grid that is chosen."""
