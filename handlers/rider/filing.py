"""Filing a hazard, a call for help or a wish: one form, whose kind and category are guessed from the words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from html import escape
from typing import Any

from domain.case import Act, Case, Kind, Urgency
from domain.categories import BY_CODE, Category, alternatives, guess, of_kind, ranked
from domain.draft import Draft
from domain.emergency import FIRE, emergency
from domain.messages import Choice, Place
from handlers import cards, casework, conversation, phrases, routing
from handlers.casework import Filing
from handlers.expect import Photos, Spot, Text, count, media_ids, words
from handlers.form import Form, Step, View
from handlers.texts import Safe
from handlers.turn import Refused, Turn, whole
from storage.posts import Post

WORDS_ON_SUMMARY = 600
HOUR = timedelta(hours=1)


def category_of(draft: Draft) -> Category:
    """What was chosen, else what the words sound like."""
    if "category" in draft.about:
        return BY_CODE[draft.about["category"]]
    kind = Kind(draft.about["kind"]) if "kind" in draft.about else None
    return guess(words(draft.answers.get("what")), kind, photos=count(draft.answers.get("photos"), "photo") > 0)


def needs(draft: Draft) -> str:
    """A hazard needs a place; help and wishes are content with words (or a picture, or a voice message).

    In an emergency the place is asked for too, but nobody has to answer.
    """
    answers = draft.answers
    shown = any(part["k"] != "document" for part in answers.get("photos") or ())
    if not words(answers.get("what")) and not shown:
        return "what"
    wanted = category_of(draft).kind is Kind.HAZARD or (draft.about.get("urgent") and "no_place" not in draft.about)
    if wanted and not answers.get("place") and "area" not in draft.about:
        return "place"
    return ""


def place_of(draft: Draft) -> Place | None:
    value = draft.answers.get("place") or {}
    return Place(value["lat"], value["lon"]) if "lat" in value else None


def heed(turn: Turn, draft: Draft) -> Draft:
    """Words of an emergency make the filing most urgent. The desk has shown the numbers to call by then."""
    said = words(draft.answers.get("what")) + "\n" + (draft.answers.get("place") or {}).get("t", "")
    found = emergency(said)
    if found is None or draft.about.get("urgent"):
        return draft
    about = draft.about
    if category_of(draft).kind is Kind.WISH:  # whoever is in danger has stopped wishing
        about = {name: value for name, value in about.items() if name != "category"}
        about["kind"] = (Kind.HAZARD if found.calls[0] == FIRE else Kind.HELP).value
    return replace(draft, about=about | {"urgent": True})


def warn(turn: Turn, text: str) -> None:
    """Sends the numbers to call where the words sound like an emergency."""
    found = emergency(text)
    if found is not None:
        turn.reply(turn.say("emergency"), calls=found.calls)


# --- what it looks like ---------------------------------------------------------------------------


def view(turn: Turn, draft: Draft) -> View:
    step = draft.asking or needs(draft)
    if step == "more":
        return _categories(turn, draft)
    return _question(turn, draft, step) if step else _summary(turn, draft)


def _button(turn: Turn, draft: Draft, key: str, data: str) -> Choice:
    return turn.choice(key, f"f:{draft.id}:{data}")


def _question(turn: Turn, draft: Draft, step: str) -> View:
    kind = draft.about.get("kind")
    key = f"ask-what-{kind}" if step == "what" and kind and not draft.answers else f"ask-{step}"
    text = turn.say(key)
    scanned = draft.about.get("area")
    if scanned and step == "what":
        text = Safe(turn.say("ask-scanned", area=phrases.area(turn.unit, scanned, turn.language)) + "\n" + text)
    if draft.touched_at == draft.started_at:
        text = Safe(f"{text}\n<i>{turn.say('ask-hint')}</i>")
    back = _button(turn, draft, "button-back", "back")
    stop = _button(turn, draft, "button-cancel", "cancel")
    if step == "place":
        skip = [_button(turn, draft, "button-skip", "skip:place")] if not needs(draft) else []
        if needs(draft) and draft.about.get("urgent") and category_of(draft).kind is not Kind.HAZARD:
            skip = [_button(turn, draft, "button-skip", "no_place")]
        return View(text, keys=((*skip, back, stop),), locate=turn.label("button-locate"))
    return View(text, choices=((back, stop),) if draft.answers else ((stop,),))


def _summary(turn: Turn, draft: Draft) -> View:
    category = category_of(draft)
    lines = [turn.say("summary-title"), _what(turn, category), *_said(turn, draft)]
    if draft.touched_at == draft.started_at:
        lines.append(Safe(f"<i>{turn.say('ask-hint')}</i>"))
    other = [
        Choice(phrases.category(turn.language, option.code), f"f:{draft.id}:cat:{option.code}")
        for option in alternatives(words(draft.answers.get("what")), category.code)
    ]
    kinds = [_button(turn, draft, f"button-make-{kind}", f"kind:{kind}") for kind in Kind if kind is not category.kind]
    change = [_button(turn, draft, f"button-change-{name}", f"change:{name}") for name in ("what", "photos", "place")]
    rows = [[_button(turn, draft, "button-submit", "submit")]]
    if "case" in draft.about:
        attach = turn.choice("button-attach", f"f:{draft.id}:attach", number=draft.about["case"]["number"])
        rows.append([attach])
    rows += [other, [_button(turn, draft, "button-more", "more"), *kinds], change]
    rows.append([_button(turn, draft, "button-cancel", "cancel")])
    return View(Safe("\n".join(lines)), tuple(map(tuple, rows)), by_number=True)


def _what(turn: Turn, category: Category) -> Safe:
    name = phrases.category(turn.language, category.code)
    return turn.say("summary-what", kind=turn.label(f"kind-{category.kind}"), category=name)


def _said(turn: Turn, draft: Draft) -> list[Safe]:
    """What was sent so far, a line each."""
    answers = draft.answers
    lines: list[Safe] = []
    text = words(answers.get("what"))
    if text:
        short = text if len(text) <= WORDS_ON_SUMMARY else text[:WORDS_ON_SUMMARY] + "…"
        lines.append(Safe(f"“{escape(short, quote=False)}”"))
    for kind in ("photo", "voice", "video", "document"):
        number = count(answers.get("photos"), kind)
        if number:
            lines.append(turn.say(f"summary-{kind}", count=number))
    lines.append(turn.say("summary-place", place=_where(turn, draft)))
    if draft.about.get("urgent"):
        lines.append(turn.say("summary-urgent"))
    return lines


def _where(turn: Turn, draft: Draft) -> str:
    value = draft.answers.get("place") or {}
    place = place_of(draft)
    area = routing.area_for(turn.unit.directory, place, draft.about.get("area", ""), turn.person.last_area)
    name = phrases.area(turn.unit, area, turn.language)
    told = value.get("t") or (turn.label("spot-pin") if place else "")
    return f"{name} · {phrases.cut(told, 80)}" if told else name


def _categories(turn: Turn, draft: Draft) -> View:
    """All categories of this kind, two in a row."""
    options = [
        Choice(phrases.category(turn.language, option.code), f"f:{draft.id}:cat:{option.code}")
        for option in of_kind(category_of(draft).kind)
    ]
    rows = [tuple(options[i : i + 2]) for i in range(0, len(options), 2)]
    back = (_button(turn, draft, "button-back", "back"),)
    return View(turn.say("ask-category"), (*rows, back), by_number=True)


# --- its own buttons, and its end -----------------------------------------------------------------


async def press(turn: Turn, draft: Draft, verb: str, value: str) -> Draft | None:
    if verb == "cat" and value in BY_CODE:
        return replace(draft, about=draft.about | {"category": value, "kind": BY_CODE[value].kind.value}, asking="")
    if verb == "kind" and value in list(Kind):
        about = {name: kept for name, kept in draft.about.items() if name != "category"}
        return replace(draft, about=about | {"kind": value}, asking="")
    if verb == "no_place":
        return replace(draft, about=draft.about | {"no_place": True}, asking="")
    if verb == "more":
        return replace(draft, asking="more")
    if verb == "attach" and "case" in draft.about:
        await attach(turn, draft)
        return None
    return draft


async def begin(turn: Turn, about: dict[str, Any] | None = None) -> None:
    """Starts from whatever was sent. Words that name no matter may belong to the filer's last open case."""
    about = dict(about or {})
    event = turn.event
    if event.text and not event.media and event.place is None and not ranked(event.text):
        last = await turn.unit.cases.last_of(turn.person.id)
        if last is not None:
            about["case"] = {"id": last.id, "number": last.number}
    await conversation.begin(turn, FILING, about, event=event)


async def attach(turn: Turn, draft: Draft) -> None:
    """The words were meant for a case that is already there."""
    case = await casework.case_for(turn, draft.about["case"]["id"])
    media = media_ids(draft.answers.get("photos"))
    text = words(draft.answers.get("what"))
    await casework.perform(turn.unit, turn.setup, casework.actor_of(turn), case, Act.ADD, text, media)
    await conversation.close(turn, draft)
    turn.reply(turn.say("done-add", number=case.number), edit=True, case_id=case.id)


async def from_line(turn: Turn, data: str) -> None:
    """`n:<history line>`: what went to a case as an answer was something new; it starts a filing of its own."""
    line = await turn.unit.history.line(int(data)) if whole(data) is not None else None
    if line is None or line.actor_id != turn.person.id:
        raise Refused("refuse-old-button")
    turn.toast()
    kept = await turn.unit.media.of_line(line.id)
    answers: dict[str, Any] = {"what": [{"m": "", "t": line.words}]} if line.words else {}
    if kept:
        answers["photos"] = [{"m": "", "id": row.id, "k": row.media.kind.value} for row in kept]
    draft = await conversation.begin(turn, FILING, show=False)
    await conversation.proceed(turn, FILING, replace(draft, answers=answers))


async def submit(turn: Turn, draft: Draft) -> None:
    await allow_another(turn, draft)
    category = category_of(draft)
    value = draft.answers.get("place") or {}
    filing = Filing(
        kind=category.kind, category=category.code, words=words(draft.answers.get("what")), place=place_of(draft),
        urgency=Urgency.URGENT if draft.about.get("urgent") else category.urgency, place_words=value.get("t", ""),
        media=media_ids(draft.answers.get("photos")), scanned=draft.about.get("area", ""),
    )  # fmt: skip
    case = await casework.file_case(turn.unit, turn.setup, turn.person, turn.event.channel, filing)
    if case.area != turn.person.last_area:
        turn.person = turn.unit.people.change(replace(turn.person, last_area=case.area))
    _remember_messages(turn, draft, case)
    turn.toast()
    turn.reply(await receipt(turn, case), edit=True, case_id=case.id)
    photos = [part for part in draft.answers.get("photos") or () if part["k"] == "photo"]
    others = [part for part in draft.answers.get("photos") or () if part["k"] != "photo"]
    await cards.send_new(turn.unit, turn.setup, case, tuple(media_ids(photos)), tuple(media_ids(others)))


def _remember_messages(turn: Turn, draft: Draft, case: Case) -> None:
    """The filer's own messages become the case's: a later edit of one, or a reply to it, finds the case."""
    ids = {part["m"] for name in ("what", "photos") for part in draft.answers.get(name) or () if part["m"]}
    for message_id in ids:
        turn.unit.posts.add(Post(turn.private, message_id, case.id, None))


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
        number=case.number, area=phrases.area(turn.unit, case.area, turn.language),
        name=await phrases.carer(turn.unit, turn.language, case),
        accept=phrases.when(turn.language, case.accept_due, turn.unit.now, turn.setup),
        due=phrases.when(turn.language, case.resolve_due, turn.unit.now, turn.setup),
    )  # fmt: skip


FILING = Form(
    name="filing",
    steps=(Step("what", Text()), Step("photos", Photos(), optional=True), Step("place", Spot())),
    needs=needs, view=view, finish=submit, summary=True, press=press, heed=heed,
)  # fmt: skip
