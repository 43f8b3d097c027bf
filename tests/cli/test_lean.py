"""A house does not load what it does not need: it would keep megabytes for as long as it runs."""

from __future__ import annotations

import subprocess
import sys

from tests.architecture.code import ROOT

NOT_LOADED = [
    "alembic",
    "asyncpg",
    "babel",
    "fpdf",
    "holidays",
    "httpx",
    "matplotlib",
    "numpy",
    "opening_hours",
    "PIL",
    "rapidfuzz.process",
    "rich",
    "segno",
    "shapely",
    "sqlalchemy.dialects.postgresql",
    "sqlalchemy.orm",
    "starlette.routing",
    "telegram._bot",
    "telegram._files.file",
    "telegram.error",
    "telegram.request._baserequest",
    "urllib.request",
    "uvicorn",
    "websockets",
    "xlsxwriter",
]


def test_what_a_house_on_sqlite_does_not_need_is_not_imported() -> None:
    code = (
        "import sys, bot.__main__; bot.__main__.parser(['run']); "
        f"print([one for one in {NOT_LOADED!r} if one in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
