"""Telegram: the Bot API over aiohttp, with our own update loop and pacing."""
