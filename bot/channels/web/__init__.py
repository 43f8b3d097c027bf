"""The web chat: a channel with its own memory of what was said, and live pages that show it."""
