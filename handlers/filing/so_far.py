"""What was sent so far for a filing, a line each."""

from __future__ import annotations

from html import escape

from domain.draft import Draft
from domain.kinds import Urgency
from domain.privacy import Privacy
from handlers.casework import phrases
from handlers.dialog.fields import attachments, place_of, words
from handlers.dialog.turn import Turn
from handlers.filing import voice
from handlers.filing.draft import Meant, meant, privacy_of, unnamed
from handlers.filing.where import location, places
from handlers.texts.sentences import Safe

WORDS_ON_SUMMARY = 600
PLACE_ON_SUMMARY = 80
KINDS_OF_MEDIA = ("photo", "voice", "video", "document")


def of_what(turn: Turn, matter: Meant) -> Safe:
    name = phrases.category(turn.setup, turn.language, matter.code)
    kind = turn.label(f"kind-{matter.kind}")
    return turn.say("summary-what", kind=kind, category=name)


def said(turn: Turn, draft: Draft) -> list[Safe]:
    lines = [_quoted(words(draft))] if words(draft) else []
    for kind in KINDS_OF_MEDIA:
        number = len(attachments(draft, kind))
        if number and kind == "voice":
            lines.append(voice.line(turn, draft))
        elif number:
            lines.append(turn.say(f"summary-{kind}", count=number))
    lines += _where(turn, draft)
    if meant(draft).urgency is Urgency.URGENT:
        lines.append(turn.say("summary-urgent"))
    named = draft.about.get("named", ())
    if named:
        names = turn.label("names-and").join(named)
        lines.append(turn.say("summary-named", names=names))
    elif privacy_of(draft) is Privacy.CONFIDENTIAL:
        lines.append(turn.say("summary-confidential"))
    if unnamed(draft):
        lines.append(turn.say("summary-anonymous"))
    return lines


def _quoted(said: str) -> Safe:
    long = len(said) > WORDS_ON_SUMMARY
    short = said[:WORDS_ON_SUMMARY] + "…" if long else said
    return Safe(f"“{escape(short, quote=False)}”")


def _where(turn: Turn, draft: Draft) -> list[Safe]:
    """The place that the words name; else the area, with what was sent or said of it."""
    known = places.lines(turn, draft)
    if "spot" in draft.about and known:
        return known
    area = location.desk_for(turn, draft)
    name = phrases.area(turn.unit, area, turn.language)
    pin = turn.label("spot-pin") if place_of(draft) else ""
    told = location.words_of(draft) or pin
    where = f"{name} · {phrases.cut(told, PLACE_ON_SUMMARY)}" if told else name
    return [turn.say("summary-place", place=where), *known]
