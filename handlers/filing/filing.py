"""Filing a hazard, a call for help or a wish: one form, whose kind and category are guessed from
the words.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.acts import Act
from domain.case import Case
from domain.categories import BY_CODE
from domain.draft import Draft
from domain.emergency import FIRE, emergency
from domain.guessing import ranked
from domain.kinds import Kind, Urgency
from handlers.casework import card as cards
from handlers.casework import duplicates as likeness
from handlers.casework import perform as casework
from handlers.casework import phrases
from handlers.casework.perform import Filing
from handlers.dialog import conversation
from handlers.dialog.fields import Photos, Spot, Text, media_ids, words
from handlers.dialog.form import Form, Step
from handlers.dialog.turn import Refused, Turn, whole
from handlers.filing import joining
from handlers.filing.draft import category_of, needs, own_cases, place_of, privacy_of
from handlers.filing.view import view
from handlers.texts.sentences import Safe
from storage.sent_messages import SentMessage

HOUR = timedelta(hours=1)
OFFERED = 3  # of the filer's own open cases


async def heed(turn: Turn, draft: Draft) -> Draft:
    """Emergencies become most urgent; what is complete is compared with the open cases."""
    draft = _urgent(draft)
    return (
        draft
        if draft.asking or needs(draft)
        else await joining.look(turn, draft, category_of(draft), place_of(draft))
    )


def _urgent(draft: Draft) -> Draft:
    """Words of an emergency make the filing most urgent. The desk has shown the numbers to call
    by then.
    """
    said = (
        words(draft.answers.get("what"))
        + "\n"
        + (draft.answers.get("place") or {}).get("t", "")
    )
    found = emergency(said)
    if found is None or draft.about.get("urgent"):
        return draft
    about = draft.about
    # whoever is in danger has stopped wishing
    if category_of(draft).kind is Kind.WISH:
        about = {name: value for name, value in about.items() if name != "category"}
        about["kind"] = (Kind.HAZARD if found.calls[0] == FIRE else Kind.HELP).value
    return replace(draft, about=about | {"urgent": True})


def warn(turn: Turn, text: str) -> None:
    """Sends the numbers to call where the words sound like an emergency."""
    found = emergency(text)
    if found is not None:
        turn.reply(turn.say("emergency"), calls=found.calls)


# --- its own buttons, and its end ---


async def press(turn: Turn, draft: Draft, verb: str, value: str) -> Draft | None:
    if verb == "cat" and value in BY_CODE:
        return replace(
            draft,
            about=draft.about | {"category": value, "kind": BY_CODE[value].kind.value},
            asking="",
        )
    if verb == "kind" and value in list(Kind):
        about = {name: kept for name, kept in draft.about.items() if name != "category"}
        return replace(draft, about=about | {"kind": value}, asking="")
    if verb == "no_place":
        return replace(draft, about=draft.about | {"no_place": True}, asking="")
    if verb == "more":
        return replace(draft, asking="more")
    if verb == "anonymous":
        return replace(
            draft, about=draft.about | {"anonymous": value == "anonymous"}, asking=""
        )
    if verb == "join" and "like" in draft.about:
        return await joining.from_draft(turn, draft)
    if verb == "attach" and own_cases(draft):
        await attach(turn, draft, value)
        return None
    return draft


async def begin(turn: Turn, about: dict[str, Any] | None = None) -> None:
    """Starts from whatever was sent. Words that name no matter may belong to the filer's last
    open case.
    """
    about = dict(about or {})
    event = turn.event
    # a photo with words is a filing; either alone may belong to one
    alone = not (event.media and event.text)
    if alone and event.place is None:
        cases = await turn.unit.cases.open_of(turn.person.id, OFFERED)
        if cases:
            # else the newest first
            cases.sort(key=lambda case: -likeness.words_ratio(event.text, case.words))
            clear = bool(ranked(event.text))
            about["cases"] = [
                {"id": case.id, "number": case.number}
                for case in cases[: 1 if clear else OFFERED]
            ]
    await conversation.begin(turn, FILING, about, event=event)


async def attach(turn: Turn, draft: Draft, value: str) -> None:
    """The words were meant for a case that is already there."""
    ids = [case["id"] for case in own_cases(draft)]
    case = await casework.case_for(turn, int(value) if whole(value) in ids else ids[0])
    media = media_ids(draft.answers.get("photos"))
    text = words(draft.answers.get("what"))
    await casework.perform(
        turn.unit, turn.setup, casework.actor_of(turn), case, Act.ADD, text, media
    )
    await conversation.close(turn, draft)
    turn.reply(turn.say("done-add", number=case.number), edit=True, case_id=case.id)


async def from_line(turn: Turn, data: str) -> None:
    """`n:<history line>`: what went to a case as an answer was something new; it starts a filing
    of its own.
    """
    line = await turn.unit.history.line(int(data)) if whole(data) is not None else None
    if line is None or line.actor_id != turn.person.id:
        raise Refused("refuse-old-button")
    turn.toast()
    kept = await turn.unit.media.of_line(line.id)
    answers: dict[str, Any] = (
        {"what": [{"m": "", "t": line.words}]} if line.words else {}
    )
    if kept:
        answers["photos"] = [
            {"m": "", "id": row.id, "k": row.media.kind.value} for row in kept
        ]
    draft = await conversation.begin(turn, FILING, show=False)
    await conversation.proceed(turn, FILING, replace(draft, answers=answers))


async def submit(turn: Turn, draft: Draft) -> None:
    await allow_another(turn, draft)
    category = category_of(draft)
    value = draft.answers.get("place") or {}
    filing = Filing(
        kind=category.kind,
        category=category.code,
        words=words(draft.answers.get("what")),
        place=place_of(draft),
        urgency=Urgency.URGENT if draft.about.get("urgent") else category.urgency,
        place_words=value.get("t", ""),
        media=media_ids(draft.answers.get("photos")),
        scanned=draft.about.get("area", ""),
        privacy=privacy_of(draft),
        alike=tuple(draft.about.get("alike", ())),
    )
    case = await casework.file_case(
        turn.unit, turn.setup, turn.person, turn.event.channel, filing
    )
    if case.area != turn.person.last_area:
        turn.person = turn.unit.people.change(replace(turn.person, last_area=case.area))
    _remember_messages(turn, draft, case)
    turn.toast()
    turn.reply(await receipt(turn, case), edit=True, case_id=case.id)
    photos = [
        part for part in draft.answers.get("photos") or () if part["k"] == "photo"
    ]
    others = [
        part for part in draft.answers.get("photos") or () if part["k"] != "photo"
    ]
    await cards.send_new(
        turn.unit, turn.setup, case, tuple(media_ids(photos)), tuple(media_ids(others))
    )


def _remember_messages(turn: Turn, draft: Draft, case: Case) -> None:
    """The filer's own messages become the case's: a later edit of one, or a reply to it, finds
    the case.
    """
    ids = {
        part["m"]
        for name in ("what", "photos")
        for part in draft.answers.get(name) or ()
        if part["m"]
    }
    for message_id in ids:
        turn.unit.sent_messages.add(
            SentMessage(turn.private, message_id, case.id, None)
        )


async def allow_another(turn: Turn, draft: Draft) -> None:
    """A limit that explains itself; the draft is kept as it is."""
    if draft.about.get("urgent") or turn.person.seen_at is None:
        return
    filed = await turn.unit.cases.filed_since(turn.person.id, turn.unit.now - HOUR)
    if filed >= turn.setup.most_cases_an_hour:
        await turn.unit.forms.put(draft)
        turn.unit.timers.set("draft", draft.id, turn.unit.now + HOUR)
        raise Refused("refuse-too-often", most=turn.setup.most_cases_an_hour)


async def receipt(turn: Turn, case: Case) -> Safe:
    """Number, grid, who looks after it, by when, and what happens next."""
    return turn.say(
        "receipt-urgent" if case.urgency is Urgency.URGENT else "receipt",
        number=case.number,
        area=phrases.area(turn.unit, case.area, turn.language),
        name=await phrases.carer(turn.unit, turn.language, case),
        accept=phrases.when(turn.language, case.accept_due, turn.unit.now, turn.setup),
        due=phrases.when(turn.language, case.resolve_due, turn.unit.now, turn.setup),
    )


FILING = Form(
    name="filing",
    steps=(
        Step("what", Text()),
        Step("photos", Photos(), optional=True),
        Step("place", Spot()),
    ),
    needs=needs,
    view=view,
    finish=submit,
    summary=True,
    press=press,
    heed=heed,
)
