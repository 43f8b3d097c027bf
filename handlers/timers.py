"""What happens by itself, merged from the rooms: by kind of timer, and by name of look."""

from __future__ import annotations

from handlers.admin import routes as admin
from handlers.contents import FORMS
from handlers.dialog.clock import Look, OneDue
from handlers.people import routes as people
from handlers.reminders import routes as reminders
from handlers.reminders.drafts import finishing
from handlers.stats import routes as stats

DUE: dict[str, OneDue] = {
    **stats.TIMERS,
    **people.TIMERS,
    **admin.TIMERS,
    **reminders.TIMERS,
    "finish": finishing(FORMS),
}
"""By kind of timer: what to do when one is due."""

LOOKS: dict[str, Look] = {
    **stats.LOOKS,
    **people.LOOKS,
    **admin.LOOKS,
    **reminders.LOOKS,
}
"""What is looked at without a timer of its own."""
