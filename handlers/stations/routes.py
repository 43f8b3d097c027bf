"""What this room answers: plain data, merged in `handlers/contents.py`."""

from __future__ import annotations

from handlers.dialog.command import Command
from handlers.stations import asking, editing_words, presses

FORMS = {"station": editing_words.EDIT}
COMMANDS = {
    "station": Command(asking.station),
}
BUTTONS = {
    "st": presses.on_station,
}
QUESTIONS = asking.QUESTIONS
"""Where somebody is may be answered by a place or by typing."""
