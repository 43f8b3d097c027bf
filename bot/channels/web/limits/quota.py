"""How much may be uploaded in a day: by one person, and from one address."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import UploadFile

from bot.channels.web.limits.budgets import Budgets, Busy
from bot.channels.web.limits.caller import Caller
from handlers.dialog.turn import Refused

MEGABYTE = 2**20


class Quota:
    def __init__(self, budgets: Budgets) -> None:
        self._budgets = budgets

    def take(
        self,
        chat: str,
        caller: Caller,
        files: Sequence[UploadFile],
    ) -> None:
        """Raises Refused where it is too much for today; then nothing is taken: who has used up
        their own sends on, and those beside them would pay for it.
        """
        cost = sum(one.size or 0 for one in files) / MEGABYTE
        if self._budgets.uploads.left(chat, cost):
            raise Refused("refuse-quota")
        try:
            self._budgets.uploads_there.take(caller, cost)
            self._budgets.uploads.take(chat, cost)
        except Busy:
            raise Refused("refuse-quota") from None
