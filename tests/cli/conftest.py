"""Whatever is begun in a new folder has its tables at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.made_at_once import tables_at_once


@pytest.fixture(autouse=True, scope="session")
def tables_are_there() -> Iterator[None]:
    with tables_at_once():
        yield
