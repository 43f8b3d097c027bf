"""Letters out: cards where something can be chosen, else words; pictures and files before them;
and words to whoever pressed.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.channels.aibot.cards import Cards
from bot.channels.aibot.draw import markdown, of_words
from bot.channels.aibot.presses import Presses
from bot.channels.aibot.receive import is_private
from bot.channels.aibot.saying import Content, File, Part, Saying, words
from bot.channels.channel import Sent
from bot.channels.wecom.buttons import Labels
from bot.channels.wecom.card import draw
from bot.channels.wecom.letters import edited, files
from bot.channels.wecom.send import task_of
from bot.channels.wecom.uploads import Uploads
from domain.messages import Reply
from handlers.casework.cards.card import shown_to_all
from storage.database import Database
from storage.memory.media import Kept
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage


class Sender:
    def __init__(
        self,
        database: Database,
        saying: Saying,
        cards: Cards,
        presses: Presses,
        uploads: Uploads,
        labels: Labels,
        language: str,
    ) -> None:
        self._database = database
        self._saying = saying
        self._cards = cards
        self._presses = presses
        self._uploads = uploads
        self._labels = labels
        self._language = language

    async def send(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Sent]:
        """Raises SendError."""
        reply = letter.reply
        if reply.press_ref:
            self._presses.word(reply.press_ref, reply.text)
            return []
        at = standing.message_id if standing else reply.edits
        anew = at and self._comes_anew(letter, at)
        if at and not anew and await edited(self._cards, self._labels, letter, at):
            return [Sent(at, new=standing is None)]
        if not await self._may_be_read(letter):
            return []
        return await self._anew(letter, media)

    def _comes_anew(self, letter: Letter, at: str) -> bool:
        """Whether those who read what was said below a card would wait for what became of it: it
        changes at a press only.
        """
        reply, card = letter.reply, draw(letter.reply, at, self._labels).card
        if not reply.text or self._cards.last((letter.to, at)) == card:
            return False
        return self._cards.spoken_of(letter.to, reply.slot)

    # --- messages ---

    async def _may_be_read(self, letter: Letter) -> bool:
        """What has waited may have become confidential meanwhile: a group reads nothing of it."""
        if letter.case_id is None or is_private(letter.to.chat):
            return True
        async with self._database.unit() as unit:
            case = await unit.cases.get(letter.case_id)
        return case is not None and shown_to_all(case)

    async def _anew(self, letter: Letter, media: Sequence[Kept]) -> list[Sent]:
        task_id = task_of(letter)
        found, reply = files(self._uploads, letter, media, self._language)
        going = [File(form, kept.media) for kept, form in found]
        if not reply.choices:
            text = markdown(reply.text)
            await self._saying.all(letter, [*going, *([words(text)] if text else [])])
            return [Sent(task_id)] if reply.slot else []
        await self._with_card(letter, reply, task_id, going)
        return [Sent(task_id)]

    async def _with_card(
        self, letter: Letter, reply: Reply, task_id: str, going: Sequence[Part]
    ) -> None:
        """What does not stand on the card goes before it."""
        drawn = draw(reply, task_id, self._labels)
        said = [words(of_words(drawn.text))] if drawn.text else []
        card = Content("template_card", drawn.card)
        await self._saying.all(letter, [*going, *said, card])
        self._cards.shown((letter.to, task_id), drawn.card)
