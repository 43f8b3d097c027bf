"""What /health says. Also of a house without any page, which imports nothing of a web server."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from domain.unheard import Gap

RUNNING, STAND_BY, CUT_OFF = "running", "stand-by", "cut off"
NOTHING: Mapping[str, Gap] = {}


class Health(NamedTuple):
    """`state` is one of the three words above; `channels` has what is wrong with each, `unheard`
    when one was not heard last.
    """

    state: str
    channels: Mapping[str, str]
    unheard: Mapping[str, Gap] = NOTHING


State = Callable[[], Health]
