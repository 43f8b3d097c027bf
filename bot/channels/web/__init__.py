"""The web chat: a real channel, with its own memory of what was said and live pages that show it."""
