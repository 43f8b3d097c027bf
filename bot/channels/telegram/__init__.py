"""Telegram: the Bot API over kept connections, with our own update loop and pacing."""
