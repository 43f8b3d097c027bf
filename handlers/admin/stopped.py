"""Why what waits for a channel does not go: what the other side said at the last try, in words for
whoever has to mend it. The codes are those of Tencent's tables (bot/channels, errors.py of each).
"""

from __future__ import annotations

import re
from collections import Counter

from storage.unit import Unit

CODE = re.compile(r"errcode (-?\d+)")
BUSY, MANY, BETWEEN = "stopped-busy", "stopped-many", "stopped-between"
ACCOUNT, ACCESS, ADDRESS = "stopped-account", "stopped-access", "stopped-address"
RIGHTS, ROBOT, UNSPOKEN = "stopped-rights", "stopped-robot", "stopped-unspoken"
UNPAID, SILENT, UNREACHED = "stopped-unpaid", "stopped-silent", "stopped-unreached"

BY_CODE = {
    -1: BUSY,
    **dict.fromkeys((45009, 45011, 45033), MANY),
    **dict.fromkeys((40013, 40056, 40125, 41001, 301002), ACCOUNT),
    **dict.fromkeys((40001, 40014, 42001), ACCESS),
    **dict.fromkeys((40164, 60020), ADDRESS),
    **dict.fromkeys((48002, 60011), RIGHTS),
    93000: ROBOT,
    846607: UNSPOKEN,
    **dict.fromkeys(range(400, 500), BETWEEN),
}
BY_WORD = {
    "unlicenseduser": UNPAID,
    "no answer": SILENT,
    "cannot be reached": UNREACHED,
    "not connected": UNREACHED,
}


def meaning(error: str) -> str:
    """The key of the sentence for what a letter met with; '' for what has none."""
    found = CODE.fullmatch(error)
    return BY_CODE.get(int(found[1]), "") if found else BY_WORD.get(error, "")


async def why(unit: Unit, channel: str) -> str:
    """What stops most of the letters; '' where nobody can say it in words."""
    met: Counter[str] = Counter()
    for error, letters in (await unit.outbox.met_with(channel)).items():
        met[meaning(error)] += letters
    del met[""]
    return next((key for key, _ in met.most_common(1)), "")
