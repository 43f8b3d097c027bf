"""A fake WeChat for one Official Account, and the people who follow it."""
