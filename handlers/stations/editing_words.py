"""A keeper is asked for one word or photo of a station; what comes is judged before it is kept."""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.messages import MediaKind
from domain.stations.station import Station
from handlers.dialog import conversation, ending, given_up
from handlers.dialog.consent import only_cancels
from handlers.dialog.fields import Photos, Text, media_ids, words
from handlers.dialog.form import Form, Step, View
from handlers.dialog.fresh_try import judged
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.filing.aside import report
from handlers.stations.editing import NAME, NOTE, PHOTO, menu
from handlers.stations.keepers import keeps
from handlers.stations.keeping import keep
from handlers.stations.no_name import is_matter
from handlers.texts.words import only

LONGEST = {NAME: 40, NOTE: 100}
FOR_A_PHOTO = {MediaKind.PHOTO, MediaKind.DOCUMENT}
"""Who sends a file instead of a photo means the photo."""
FORMULA = "=+-@ "
"""With these no name begins: a sheet would reckon with it."""


async def put(turn: Turn, station: Station, what: str) -> None:
    """Asks for the new name, the word on how to get in, or the photo."""
    if what not in (NAME, NOTE, PHOTO):
        raise Refused("station-old-button")
    for draft in await open_drafts(turn):
        if draft.name == EDIT.name:  # one question stands at a time
            await ending.drop(turn, draft)
    about = {"station": station.code, "what": what}
    await conversation.begin(turn, EDIT, about)


def _needs(draft: Draft) -> str:
    if draft.about["what"] == PHOTO:
        return "" if media_ids(draft, "photo") else "photos"
    return "" if words(draft) else "what"


def _view(turn: Turn, draft: Draft) -> View:
    asked = turn.say(f"station-ask-{draft.about['what']}")
    cancel = turn.choice("button-cancel", f"f:{draft.id}:cancel")
    return View(asked, ((cancel,),))


async def _judge(turn: Turn, draft: Draft) -> Draft:
    """Words that are too long are asked for again."""
    count, most = len(words(draft)), LONGEST.get(draft.about["what"])
    if most is None or count <= most:
        return draft
    refused = Refused("station-words-long", count=count, most=most)
    return judged(turn, draft, refused)


async def _apart(turn: Turn, form: Form, draft: Draft) -> bool:
    """A matter, a place, and a picture that was not asked for are a report of their own; thanks
    are no name.
    """
    media, said = {one.kind for one in turn.event.media}, turn.event.text
    asked = FOR_A_PHOTO if draft.about["what"] == PHOTO else set()
    if turn.event.place or media - asked or is_matter(turn):
        await report(turn, draft)
        return True
    if only_cancels(said) and not media:
        await given_up.cancel(turn, draft)
        return True
    if only("words-polite", said, "words-nod") and not media:
        conversation.show(turn, form, draft)
        return True
    if asked and MediaKind.PHOTO not in media:
        first = turn.say("station-photo-wanted")
        conversation.show(turn, form, draft, first=first)
        return True
    return False


async def _finish(turn: Turn, draft: Draft) -> None:
    """Whoever keeps it no longer finds that it is gone."""
    station = turn.unit.stations.get(draft.about["station"])
    if station is None or not keeps(turn, station):
        raise Refused("station-gone")
    what = draft.about["what"]
    changed = _changed(station, what, draft)
    menu(turn, await keep(turn, changed, what))


def _changed(station: Station, what: str, draft: Draft) -> Station:
    if what == PHOTO:
        photo = media_ids(draft, "photo")[-1]
        return replace(station, photo=photo)
    line = " ".join(words(draft).split()).lstrip(FORMULA)
    if what == NAME:
        return replace(station, name=line)
    return replace(station, entry_note=line)


EDIT = Form(
    name="station",
    steps=(
        Step("what", Text(free=True, nods=True)),
        Step("photos", Photos(most=1)),
    ),
    needs=_needs,
    view=_view,
    finish=_finish,
    heed=_judge,
    apart=_apart,
    bare=True,
)
