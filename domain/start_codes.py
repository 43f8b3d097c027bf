"""What a link or QR code brings along, the start code: a word that says what it leads to, ended by
the first `_`, and behind it which one.
"""

from __future__ import annotations

import re
from enum import StrEnum

FITS = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What Telegram takes behind `?start=` (core.telegram.org/bots/features, "Deep linking")."""


class Begins(StrEnum):
    """The words. Codes that are printed and stored keep their letter; what is new is a whole word,
    such as `visit_`, so that no letter has to be guessed.

    `HEARD` is a grid to which a page has said hello already; `DEVICE` opens one's chat on a
    further device, `LETTER` does so from a letter elsewhere, and shows the case that this is about;
    `OLD` is a web chat of before 0.4 with its secret.
    """

    GRID = "g_"
    HEARD = "h_"
    STATION = "s_"
    INVITATION = "i_"
    CASE = "c_"
    GIFT = "k_"
    SHOP = "t_"
    DEVICE = "d_"
    LETTER = "letter_"
    OLD = "o_"

    def leads_to(self, code: str) -> bool:
        """Whether this start code begins so."""
        return code.startswith(self)


LASTING = (Begins.GRID, Begins.STATION)
"""What is printed and put up leads there for ever."""

INVITATIONS = (Begins.INVITATION, Begins.SHOP)
"""What is offered, and taken by a press."""

SIGNS_IN = (Begins.DEVICE, Begins.LETTER, Begins.OLD)
"""What opens a chat that is there."""

SECRETS = (*INVITATIONS, *SIGNS_IN)
"""What nobody may find by trying."""


def apart(code: str) -> tuple[Begins | None, str]:
    """What a start code leads to, None for nothing that is known, and which one."""
    word, line, which = code.partition("_")
    begins = next((one for one in Begins if one == word + line), None)
    return begins, which


def fits(code: str) -> bool:
    """Whether every channel takes it in a link."""
    return FITS.fullmatch(code) is not None
