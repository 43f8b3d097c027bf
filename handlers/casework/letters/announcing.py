"""An announcement: a form that shows how it will look and how many it reaches, and goes out only
after one more press, as one letter each in the slow lane.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from html import escape

from domain.answers import Said
from domain.draft import Draft
from domain.messages import Address, Choice, Reply
from handlers.casework import phrases
from handlers.casework.letters.to_many import announce, people_of
from handlers.dialog import conversation
from handlers.dialog.fields import Photos, Text, media_ids, texts, words
from handlers.dialog.form import Form, Step, View
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import Safe, label
from handlers.texts.words import only

MORE = "more"
"""Of a draft: words that are not yet part of it."""
GOES = ("words-say-announce", "words-announce-last", "words-nod", "words-polite")
"""What says that it shall go out."""

Audience = Callable[[Turn, str], Awaitable[Sequence[Address]]]


@dataclass(frozen=True, slots=True)
class Announcing:
    """`audience` are whom an area's announcement reaches; it raises Refused where the area is not
    theirs who announces. `button` is the key of a label and the data of its press, below it.

    Its texts are `ask-NAME`, `ask-NAME-preview` and `done-NAME`; in /audit it is called NAME.
    """

    name: str
    audience: Audience
    sign: str = "📢"
    button: tuple[str, str] | None = None

    @property
    def form(self) -> Form:
        return Form(
            name=self.name,
            steps=(
                Step("what", Text(free=True, nods=True)),
                Step("photos", Photos(most=1)),
            ),
            needs=_needs,
            view=self._view,
            finish=self._finish,
            summary=True,
            press=_add,
            apart=_below_preview,
            mentions=True,
        )

    async def begin(
        self,
        turn: Turn,
        area: str,
        text: str,
    ) -> None:
        """Asks for the words unless they came along; what is shown already is shown again, so that
        it does not go twice.
        """
        count = await people_of(turn.scene, await self.audience(turn, area))
        if not count:
            raise Refused("refuse-announce-nobody")
        about = {"area": area, "count": count}
        form = self.form
        for one in await open_drafts(turn):
            if (one.name, one.about, words(one)) == (form.name, about, text):
                return await conversation.proceed(turn, form, one)
        draft = await conversation.begin(
            turn,
            form,
            about,
            show=not text,
        )
        if text:
            said_now = Said(turn.event.message_id, text)
            filled = replace(
                draft,
                answers={"what": (said_now,)},
                touched_at=turn.unit.now,
            )
            await conversation.proceed(turn, form, filled)

    def _view(
        self,
        turn: Turn,
        draft: Draft,
    ) -> View:
        area = phrases.area(
            turn.unit,
            draft.about["area"],
            turn.language,
        )
        stop = turn.choice("button-cancel", f"f:{draft.id}:cancel")
        if draft.asking or _needs(draft):
            asked = turn.say(f"ask-{self.name}", area=area)
            return View(asked, ((stop,),))
        count = draft.about["count"]
        preview = turn.say(
            f"ask-{self.name}-preview",
            area=area,
            count=count,
        )
        change = turn.choice("button-change-what", f"f:{draft.id}:change:what")
        go = turn.choice(
            "button-announce",
            f"f:{draft.id}:submit",
            count=count,
        )
        text = Safe(f"{preview}\n\n{self._text(draft)}")
        rows: tuple[tuple[Choice, ...], ...] = ((go,), (change, stop))
        more = draft.about.get(MORE)
        if more:
            text = Safe(f"{text}\n\n{turn.say('announce-more', words=more)}")
            rows = ((turn.choice("button-add-words", f"f:{draft.id}:add"),), *rows)
        return View(text, rows)

    def _text(self, draft: Draft) -> Safe:
        return Safe(f"{self.sign} " + escape(words(draft), quote=False))

    async def _finish(
        self,
        turn: Turn,
        draft: Draft,
    ) -> None:
        area = draft.about["area"]
        audience = await self.audience(turn, area)
        photos = tuple(media_ids(draft))[:1]

        def said(language: str) -> Reply:
            return Reply(
                text=self._text(draft),
                choices=self._below(language),
                photos=photos,
            )

        count = await people_of(turn.scene, audience)
        await announce(turn.scene, audience, said)
        turn.unit.history.audit(
            turn.person.id,
            self.name,
            area=area,
            count=count,
        )
        turn.toast()
        done = turn.say(f"done-{self.name}", count=count)
        turn.reply(done, edit=True)

    def _below(self, language: str) -> tuple[tuple[Choice, ...], ...]:
        if self.button is None:
            return ()
        key, data = self.button
        return ((Choice(label(language, key), data),),)


def _needs(draft: Draft) -> str:
    return "" if words(draft) else "what"


async def _below_preview(
    turn: Turn,
    form: Form,
    draft: Draft,
) -> bool:
    """发 or a nod below the preview: it goes out by the press only, and is no part of the words.
    Other words are asked about, but for a reply: nobody reads what was not meant for them.
    """
    event = turn.event
    if event.media or event.reply_to or draft.asking or _needs(draft):
        return False
    said = event.text.strip()
    if not only("words-send", said, *GOES):
        more = "\n".join(filter(None, (draft.about.get(MORE), said)))
        draft = replace(draft, about=draft.about | {MORE: more})
    await conversation.proceed(turn, form, draft)
    return True


async def _add(turn: Turn, draft: Draft, verb: str, value: str) -> Draft:
    """What was said below the preview goes into it."""
    more = draft.about.get(MORE)
    if verb != "add" or not more:
        return draft
    about = {name: kept for name, kept in draft.about.items() if name != MORE}
    said = (*texts(draft), Said("", more))
    return replace(draft, about=about, answers=draft.answers | {"what": said})
