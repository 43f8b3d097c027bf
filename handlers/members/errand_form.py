"""/errand: calls an area's members: what and where, when, how many, a look at it, one press."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from domain.draft import Draft
from domain.errand_words import at_in, wanted_in
from domain.errands import LONGEST, MOST_WANTED, acceptable, next_look
from domain.messages import Reply
from domain.values.moment import moment
from domain.values.text import ENGLISH, NUMERALS, spoken, whole
from handlers.casework.letters.to_many import announce, people_of
from handlers.dialog import conversation
from handlers.dialog.fields import Text, words
from handlers.dialog.form import Form, Step
from handlers.dialog.turn import Refused, Turn
from handlers.members import errand_telling
from handlers.members.announcing import members_of
from handlers.members.errand_view import COUNTS, HOURS, at_of, missing_in, view
from handlers.members.found import terms
from handlers.members.scope import apart

TIMER = "errand"

NUMBER = re.compile(f"[0-9]{{1,4}}|[{NUMERALS}]+")


async def errand(turn: Turn, said: str) -> None:
    """/errand [AREA] [WORDS]. Raises Refused where nobody could come."""
    terms(turn.setup)
    area, words_ = apart(turn, said)
    count = await people_of(turn.scene, await members_of(turn, area))
    if not count:
        raise Refused("refuse-errand-nobody")
    about = {"area": area, "count": count, "words": "", "at": 0, "wanted": 0}
    about |= _told(turn, words_) if 0 < len(words_) <= LONGEST else {}
    turn.toast()
    await conversation.begin(turn, ERRAND, about)


def _told(turn: Turn, said: str) -> dict[str, Any]:
    """The words, with the moment and the number of people that stand in them."""
    at = at_in(said, turn.unit.now, turn.setup.zone)
    wanted = wanted_in(said)
    good = at is not None and acceptable(at, turn.unit.now)
    return {
        "words": said,
        "at": int(at.timestamp()) if at is not None and good else 0,
        "wanted": wanted if wanted <= MOST_WANTED else 0,
    }


def _needs(draft: Draft) -> str:
    """One step hears all three, one after the other."""
    return "what" if missing_in(draft) else ""


# --- what is shown ---


# --- what is said or pressed ---


async def _press(
    turn: Turn,
    draft: Draft,
    verb: str,
    value: str,
) -> Draft:
    if verb == "anew":
        return _with(
            draft,
            words="",
            at=0,
            wanted=0,
        )
    missing = missing_in(draft)
    if verb == "at" == missing and value in map(str, HOURS):
        local = turn.unit.now.astimezone(turn.setup.zone)
        day = local.date() + timedelta(days=1)
        at = datetime.combine(day, time(int(value)), turn.setup.zone)
        return _with(draft, at=int(at.timestamp()))
    if verb == "wanted" == missing and value in map(str, COUNTS):
        return _with(draft, wanted=int(value))
    return draft


def _with(draft: Draft, **values: Any) -> Draft:
    return replace(draft, about=draft.about | values)


async def _heed(turn: Turn, draft: Draft) -> Draft:
    """What was said is the answer to what is missing, or is told why not."""
    said = words(draft)
    if not said:
        return draft
    draft = replace(draft, answers={})
    missing = missing_in(draft)
    if missing == "words" and len(said) <= LONGEST:
        told = _told(turn, said)
        return _with(draft, **{name: told[name] or draft.about[name] for name in told})
    if missing == "at":
        found = moment(said, turn.unit.now, turn.setup.zone)
        if found and found.exact and acceptable(found.at, turn.unit.now):
            return _with(draft, at=int(found.at.timestamp()))
    if missing == "wanted" and 0 < _number(said) <= MOST_WANTED:
        return _with(draft, wanted=_number(said))
    if missing:
        turn.reply(turn.say(f"refuse-errand-{missing}"))
    return draft


def _number(text: str) -> int:
    """The number of people, 0 for none that can be read."""
    said = spoken(text)
    hit = NUMBER.search(said)
    if hit is not None:
        return whole(hit[0]) or 0
    named = (ENGLISH.get(word, 0) for word in said.split())
    return next(filter(None, named), 0)


# --- what it was for ---


async def _finish(turn: Turn, draft: Draft) -> None:
    about, unit, scene = draft.about, turn.unit, turn.scene
    audience = await members_of(turn, about["area"])
    if not acceptable(at_of(draft), unit.now):
        raise Refused("refuse-errand-at")
    made = await unit.errands.make(
        about["area"],
        about["words"],
        at_of(draft),
        about["wanted"],
        turn.person.id,
    )
    unit.timers.set(TIMER, made.id, next_look(made, unit.now))

    def said(language: str) -> Reply:
        return errand_telling.called(scene, language, made)

    count = await people_of(scene, audience)
    await announce(scene, audience, said)
    unit.history.audit(
        turn.person.id,
        "errand",
        area=made.area,
        count=count,
    )
    turn.toast()
    cancel = errand_telling.button(turn.language, "cancel", made)
    done = turn.say("done-errand", count=count)
    turn.reply(done, [[cancel]], edit=True)


ERRAND = Form(
    name="errand",
    steps=(Step("what", Text(free=True)),),
    needs=_needs,
    view=view,
    finish=_finish,
    summary=True,
    press=_press,
    heed=_heed,
)
