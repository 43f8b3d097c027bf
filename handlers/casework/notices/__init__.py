"""Who hears of what happens to a case, and in which words."""
