"""Addresses of files: signed for the chat that may open them, the case to which they belong and
how they are shown, until a day.

Who knows a file's hash knows nothing: an address is made only of what stands in a chat, for its
own page.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

DAY = 24 * 3600  # seconds
GOOD_FOR = 2  # days after the one on which it was made: a page that stays open shows its pictures
SIGNS = 32  # hexadecimal digits of a signature: 128 bits
PHOTO, FILE = "photo", "file"


@dataclass(frozen=True, slots=True)
class Links:
    """`key` is the house's; `clock` says the time."""

    key: bytes
    clock: Callable[[], datetime]

    def made(self, chat: str, case: int, sha: str, form: str) -> str:
        """What follows the hash in an address; the same all day, so that browsers keep the file.

        `form` is PHOTO for a picture that was cleaned, FILE for all else; `case` is 0 where there
        is none.
        """
        until = self._today() + GOOD_FOR
        sign = self._sign(
            chat,
            case,
            sha,
            form,
            until,
        )
        return f"?case={case}&form={form}&until={until}&sign={sign}"

    def allow(self, chat: str, sha: str, asked: Mapping[str, str]) -> str:
        """The form in which this chat may have the file now; '' where it may not."""
        numbers = asked.get("case", ""), asked.get("until", "")
        if not all(text.isdecimal() and len(text) < 16 for text in numbers):
            return ""
        case, until = map(int, numbers)
        form = asked.get("form", "")
        right = self._sign(
            chat,
            case,
            sha,
            form,
            until,
        )
        given = asked.get("sign", "").encode()
        if not hmac.compare_digest(given, right.encode()):
            return ""
        return form if until >= self._today() else ""

    def _today(self) -> int:
        return int(self.clock().timestamp()) // DAY

    def _sign(
        self,
        chat: str,
        case: int,
        sha: str,
        form: str,
        until: int,
    ) -> str:
        said = "\n".join(("file", chat, str(case), sha, form, str(until)))
        return hmac.new(
            self.key,
            said.encode(),
            "sha256",
        ).hexdigest()[:SIGNS]
