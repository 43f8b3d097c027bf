"""A fake WeCom for one app of one corp, and its members."""
