"""The clock's way in: every timer that is due comes here, as every event comes to the desk."""

from __future__ import annotations

from handlers.contents import BESIDE, FORMS, LOOKS, TIMERS
from handlers.dialog.clock import OneDue
from handlers.reminders.drafts import finishing

DUE: dict[str, OneDue] = {**TIMERS, "finish": finishing(FORMS)}
"""By kind of timer; an album that is complete ends the form that it was for, whichever that is."""

__all__ = ["BESIDE", "DUE", "LOOKS"]
