"""Telegram: python-telegram-bot's request layer over aiohttp, with our own update loop and
pacing.
"""

import os

# PTB 22 warns at every 429 unless one agrees to its coming type of retry_after.
os.environ.setdefault("PTB_TIMEDELTA", "true")
