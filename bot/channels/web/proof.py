"""The page that says whether a proof slip is genuine. It needs no cookie, and changes nothing."""

from __future__ import annotations

from functools import cache
from html import escape
from string import Template

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.web.app import PAGE
from bot.channels.web.limits.budgets import Budgets
from bot.channels.web.limits.front import caller_of
from bot.channels.web.tongue import tongue
from domain import proofs
from handlers.dialog.setup import Setup
from handlers.proofs.checking import NOT_KNOWN, Checked, Standing, checked
from handlers.texts.sentences import label
from storage.database import Database

SAID = {
    Standing.GENUINE: ("proof-page-genuine", "proof-page-says"),
    Standing.VOID: ("proof-page-void", "proof-page-says"),
    Standing.UNKNOWN: ("proof-page-unknown", "proof-page-compare"),
}
"""What is said of a slip, and what to think of it."""


class ProofPage:
    """Who tries too many codes that do not exist has to wait, as with links."""

    def __init__(
        self,
        database: Database,
        setup: Setup,
        budgets: Budgets,
    ) -> None:
        self._database = database
        self._setup = setup
        self._visits = budgets.visits
        self._wrong = budgets.wrong_codes

    def routes(self) -> list[BaseRoute]:
        """Empty where no slips are given out."""
        on = self._setup.proofs is not None
        return [Route("/proof/{code}", self.proof)] if on else []

    async def proof(self, request: Request) -> Response:
        """Raises Busy."""
        caller = caller_of(request)
        self._visits.take(caller)
        self._wrong.check(caller)
        language = tongue(request, self._setup.language)
        code = request.path_params["code"]
        found = await self._found(code, language)
        if found.standing is Standing.UNKNOWN:
            self._wrong.take(caller)
        status = 404 if found.standing is Standing.UNKNOWN else 200
        return HTMLResponse(page(found, language), status)

    async def _found(self, code: str, language: str) -> Checked:
        """What is no code costs no transaction."""
        if proofs.read(code) is None:
            return NOT_KNOWN
        async with self._database.unit() as unit:
            return await checked(
                unit,
                self._setup,
                code,
                language,
            )


def page(found: Checked, language: str) -> str:
    """As HTML, everything escaped."""
    verdict, note = SAID[found.standing]
    rows = {
        "proof-page-number": found.number,
        "proof-page-minute": found.minute,
        "proof-page-grid": found.grid,
    }
    shown = "".join(
        f"<div><dt>{_said(language, key)}</dt><dd>{escape(value)}</dd></div>"
        for key, value in rows.items()
        if value
    )
    return _template().substitute(
        language=language,
        title=_said(language, "proof-title"),
        standing=found.standing.value,
        verdict=_said(language, verdict),
        rows=f"<dl>{shown}</dl>" if shown else "",
        note=_said(language, note),
    )


def _said(language: str, key: str) -> str:
    return escape(label(language, key))


@cache
def _template() -> Template:
    return Template((PAGE / "proof.html").read_text(encoding="utf-8"))
