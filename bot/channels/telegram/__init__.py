"""Telegram: python-telegram-bot's request layer over aiohttp, with our own update loop and pacing."""
