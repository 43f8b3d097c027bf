"""What a filing ends in: a case of its own, or words on one that is there already."""

from __future__ import annotations

from datetime import timedelta

from domain.acts import Act
from domain.case import Case
from domain.distance import distance
from domain.draft import Draft
from domain.kinds import Urgency
from handlers.casework import phrases
from handlers.casework.awaited import unanswered
from handlers.casework.cards.card_sending import send_new
from handlers.casework.file import file_case
from handlers.casework.handed_in import Filing
from handlers.casework.happened import Given
from handlers.casework.perform import perform
from handlers.casework.permission import case_for
from handlers.casework.whereabouts import filed_here, learn_from
from handlers.dialog import ending
from handlers.dialog.fields import located, media_ids, messages, place_of, words
from handlers.dialog.turn import Refused, Turn, whole
from handlers.filing import discreet, opened_again, own_name, taken_along
from handlers.filing.amending import first_words
from handlers.filing.draft import meant, own_cases, privacy_of
from handlers.filing.draft import unnamed as wants_no_name
from handlers.filing.receipt import below, receipt_of
from handlers.filing.where import location
from handlers.texts.sentences import Safe
from storage.sent_messages import SentMessage

HOUR = timedelta(hours=1)
SAME_PLACE = 50
"""Metres between two pins that say the same (ours)."""


async def submit(turn: Turn, draft: Draft) -> None:
    await _allow_another(turn, draft)
    unknown = await own_name.is_first(turn)
    case = await file_case(turn.scene, _filing(turn, draft))
    await taken_along.settle(turn, draft, case)
    first_words.keep(turn, draft, case)
    await discreet.told(turn)
    if location.pinned(draft):  # a point that words gave teaches no words
        learn_from(turn.scene, case)
    if not (_nowhere(turn, draft) and location.usual(turn)):
        turn.person = filed_here(turn.unit, turn.person, case)
    _remember_messages(turn, draft, case)
    turn.toast()
    await _receive(turn, draft, case, unknown)
    photos = media_ids(draft, "photo")
    others = [one for one in media_ids(draft) if one not in photos]
    if not case.sealed:
        await send_new(turn.scene, case, tuple(photos), tuple(others))


async def _receive(
    turn: Turn,
    draft: Draft,
    case: Case,
    unknown: bool,
) -> None:
    """The receipt, with the question for a name where nobody knows one: one message."""
    text = await receipt_of(turn, case)
    if wants_no_name(draft):
        text = Safe(f"{text}\n{turn.say('summary-anonymous')}")
    rows = [*below(turn, case), *await opened_again.below(turn, draft, case)]
    if not (unknown and own_name.may_ask(case)):
        return turn.reply(text, rows, edit=True, case_id=case.id)
    asked = Safe(f"{text}\n\n{turn.say('name-ask')}")
    leave = await own_name.ask(turn)
    turn.reply(asked, [[leave], *rows], edit=True, case_id=case.id)


def _filing(turn: Turn, draft: Draft) -> Filing:
    matter = meant(draft)
    return Filing(
        kind=matter.kind,
        category=matter.code,
        urgency=matter.urgency,
        words=words(draft),
        place=location.point_of(draft),
        place_words=location.words_of(draft),
        area=location.desk_for(turn, draft),
        assumed=_nowhere(turn, draft),
        media=tuple(media_ids(draft)),
        scanned=draft.about.get("area", ""),
        privacy=privacy_of(draft),
        alike=tuple(draft.about.get("alike", ())),
    )


def _nowhere(turn: Turn, draft: Draft) -> bool:
    """Whether nothing says where it is: then it says nothing of where its filer is either."""
    return location.area_for(turn, draft) == turn.unit.directory.root


def _remember_messages(turn: Turn, draft: Draft, case: Case) -> None:
    """The filer's own messages become the case's: a later edit of one, or a reply to it, finds the
    case.
    """
    for message in messages(draft):
        sent = SentMessage(turn.private, message, case.id, None)
        turn.unit.sent_messages.add(sent)


async def _allow_another(turn: Turn, draft: Draft) -> None:
    """A limit that explains itself; the draft is kept as it is."""
    if meant(draft).urgency is Urgency.URGENT or turn.person.seen_at is None:
        return
    now, most = turn.unit.now, turn.setup.most_cases_an_hour
    filed = await turn.unit.cases.filed_since(turn.person.id, now - HOUR)
    if filed >= most:
        await turn.unit.forms.put(draft)
        turn.unit.timers.set("draft", draft.id, now + HOUR)
        raise Refused("refuse-too-often", most=most)


async def attach(turn: Turn, draft: Draft, value: str) -> None:
    """The words were meant for a case that is already there."""
    ids = [case["id"] for case in own_cases(draft)]
    wanted = whole(value)
    meant = wanted if wanted is not None and wanted in ids else ids[0]
    case = await case_for(turn, meant)
    given = Given(told_in(turn, draft, case), tuple(media_ids(draft)))
    waits = await unanswered(turn.unit, case)
    mine = waits and case.filer_id == turn.person.id
    await perform(turn.scene, case, Act.ANSWER if mine else Act.ADD, given)
    await taken_along.settle(turn, draft, case)
    await ending.close(turn, draft)
    text = turn.say("done-add", number=case.number)
    turn.reply(text, edit=True, case_id=case.id)


def told_in(turn: Turn, draft: Draft, case: Case) -> str:
    """All that was said in it; another place than the case's stands in it too, since the history
    holds words.
    """
    place, where, pin = place_of(draft), located(draft).words, ""
    there = case.place
    if place and not (there and distance(place, there) < SAME_PLACE):
        called, language = located(draft).called, turn.setup.language
        pin = phrases.pin(turn.unit, place, called, language)
    said = "" if where.lower() in case.place_words.lower() else where
    first = first_words.told(turn, draft)
    return "\n".join(filter(None, (words(draft), said, pin, first)))
