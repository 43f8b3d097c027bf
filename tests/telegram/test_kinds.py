"""What Telegram refuses is read as python-telegram-bot reads it: the same kind, the same words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import error as theirs
from telegram.request import BaseRequest

from bot.channels.telegram import kinds
from bot.channels.telegram.answers import refusal

STATUSES = (400, 401, 403, 404, 409, 418, 420, 429, 500, 502, 503, 599)
DESCRIPTIONS = st.one_of(
    st.just(""),
    st.text("abcXYZ: []網", max_size=30).map(str.strip),
    st.sampled_from(
        (
            "Bad Request: chat not found",
            "Error: it failed",
            "[Error]: Bad Request: IT failed",
            "Forbidden: bot was blocked by the user",
        )
    ),
)
PARAMETERS: st.SearchStrategy[dict[str, int]] = st.one_of(
    st.just({}),
    st.fixed_dictionaries({"migrate_to_chat_id": st.integers(-(10**13), -1)}),
    st.fixed_dictionaries({"retry_after": st.integers(1, 10**6)}),
)


class Judge(BaseRequest):
    """An answer that is already here."""

    def __init__(self, status: int, body: bytes) -> None:
        self.answer = status, body

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None:
        """Nothing is opened."""

    async def shutdown(self) -> None:
        """Nothing is open."""

    async def do_request(self, *_: Any, **__: Any) -> tuple[int, bytes]:
        return self.answer


async def judged(status: int, body: bytes) -> theirs.TelegramError:
    with pytest.raises(theirs.TelegramError) as told:
        await Judge(status, body).retrieve("")
    return told.value


def ancestors(kind: type[BaseException]) -> Iterator[str]:
    return (one.__name__ for one in kind.__mro__)


@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
@given(st.sampled_from(STATUSES), DESCRIPTIONS, PARAMETERS)
async def test_a_refusal_is_read_as_the_library_reads_it(
    status: int, description: str, parameters: dict[str, int]
) -> None:
    if status == 429 and not parameters:
        parameters = {"retry_after": 1}  # it always tells how long
    said = {"ok": False, "description": description, "parameters": parameters}
    body = orjson.dumps(said)
    read, wanted = refusal(status, body), await judged(status, body)
    assert type(read).__name__ == type(wanted).__name__
    if not isinstance(wanted, theirs.RetryAfter):
        assert str(read) == read.message == wanted.message
    if isinstance(wanted, theirs.ChatMigrated):
        assert isinstance(read, kinds.ChatMigrated)
        assert read.new_chat_id == wanted.new_chat_id
    if isinstance(wanted, theirs.RetryAfter):
        assert isinstance(read, kinds.RetryAfter)
        seconds = read.retry_after.total_seconds()
        assert seconds == parameters["retry_after"]


def test_each_kind_is_of_the_kinds_that_the_librarys_is() -> None:
    ours = {k: v for k, v in vars(kinds).items() if isinstance(v, type)}
    errors = {k: v for k, v in ours.items() if issubclass(v, kinds.TelegramError)}
    assert len(errors) == 9
    for name, kind in errors.items():
        assert list(ancestors(kind)) == list(ancestors(getattr(theirs, name)))
