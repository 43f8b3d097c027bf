"""/announce [AREA] words: shows how it will look and how many it reaches; goes out only after
one more press.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape

from domain.answers import Said
from domain.draft import Draft
from domain.messages import Reply
from handlers.casework import phrases
from handlers.casework.sending import waits_until
from handlers.dialog import conversation
from handlers.dialog.fields import (
    Photos,
    Text,
    media_ids,
    words,
)
from handlers.dialog.form import Form, Step, View
from handlers.dialog.turn import Turn
from handlers.people.scope import own_area
from handlers.texts.sentences import Safe
from handlers.texts.words import only
from storage.outbox.letters import ANNOUNCEMENT


def _needs(draft: Draft) -> str:
    return "" if words(draft) else "what"


def _view(turn: Turn, draft: Draft) -> View:
    area = phrases.area(
        turn.unit,
        draft.about["area"],
        turn.language,
    )
    stop = turn.choice("button-cancel", f"f:{draft.id}:cancel")
    if draft.asking or _needs(draft):
        return View(
            turn.say("ask-announce", area=area),
            ((stop,),),
        )
    text = escape(words(draft), quote=False)
    preview = turn.say(
        "announce-preview",
        area=area,
        count=draft.about["count"],
    )
    change = turn.choice(
        "button-change-what",
        f"f:{draft.id}:change:what",
    )
    go = turn.choice(
        "button-announce",
        f"f:{draft.id}:submit",
        count=draft.about["count"],
    )
    return View(
        Safe(f"{preview}\n\n📢 {text}"),
        ((go,), (change, stop)),
    )


async def _says_send(turn: Turn, form: Form, draft: Draft) -> bool:
    """发 or a nod below the preview: it goes out by the press only, and is no part of the words."""
    event = turn.event
    bare = not (event.media or draft.asking or _needs(draft))
    if not bare or not only("words-send", event.text, "words-nod", "words-polite"):
        return False
    conversation.show(turn, form, draft)
    return True


async def announce(turn: Turn, said: str) -> None:
    """/announce, /announce AREA, /announce AREA words: whatever is missing is asked for."""
    first, _, rest = said.partition(" ")
    known = first.lower() in (code.lower() for code in turn.unit.directory.areas)
    area = own_area(turn, first if known else "")
    count = len(await turn.unit.staff.audience(turn.unit.directory.below([area])))
    text = (rest if known else said).strip()
    about = {"area": area, "count": count}
    draft = await conversation.begin(turn, ANNOUNCE, about, show=not text)
    if text:
        said_now = Said(turn.event.message_id, text)
        filled = replace(
            draft,
            answers={"what": (said_now,)},
            touched_at=turn.unit.now,
        )
        await conversation.proceed(turn, ANNOUNCE, filled)


async def _finish(turn: Turn, draft: Draft) -> None:
    area = own_area(turn, draft.about["area"])
    text = Safe("📢 " + escape(words(draft), quote=False))
    photos = tuple(media_ids(draft))
    count = await _send(
        turn,
        area,
        Reply(text=text, photos=photos[:1]),
    )
    turn.unit.history.audit(
        turn.person.id,
        "announce",
        area=area,
        count=count,
    )
    turn.toast()
    turn.reply(
        turn.say("done-announce", count=count),
        edit=True,
    )


async def _send(turn: Turn, area: str, reply: Reply) -> int:
    """Puts one letter for everybody into the slow lane. Returns how many they are."""
    audience = await turn.unit.staff.audience(turn.unit.directory.below([area]))
    people = await turn.unit.people.at_many(audience)
    for address in audience:
        person = people.get(address)
        at = waits_until(turn.scene, person) if person else None
        turn.unit.outbox.add(address, reply, ANNOUNCEMENT, at=at)
    return len(audience)


ANNOUNCE = Form(
    name="announce",
    steps=(
        Step("what", Text(free=True, nods=True)),
        Step("photos", Photos(most=1)),
    ),
    needs=_needs,
    view=_view,
    finish=_finish,
    summary=True,
    apart=_says_send,
)
