"""Words on a case: what comes as a reply to one of its messages, and what is edited afterwards."""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.messages import Reply
from domain.permissions import may
from domain.reading.model import Danger
from handlers.actions import followed
from handlers.actions.on_case import confiding
from handlers.actions.on_case.passing_on import pass_on_button
from handlers.casework import phrases
from handlers.casework.happened import Given
from handlers.casework.merged_in import kept_case
from handlers.casework.perform import NOBODY_HUSHED, perform
from handlers.casework.permission import case_for, visible
from handlers.casework.rearranging import albums
from handlers.casework.spoken_of import hidden_from_carer
from handlers.dialog.turn import ALBUM_PAUSE, Refused, Turn
from handlers.texts.sentences import Safe

MEGABYTE = 2**20
AS_BEFORE = (Act.TELL, Act.ASK, Act.ANSWER, Act.RESOLVE)
"""A message that is edited goes where it went."""
DONE = {
    Act.ADD: "done-add",
    Act.TELL: "done-tell",
    Act.ANSWER: "done-answer",
    Act.ASK: "done-ask",
}


def works_on(turn: Turn, case: Case) -> bool:
    """Whether this person is one of those who look after the case."""
    return may(turn.person, Act.NOTE, case, turn.unit.directory.reach(case))


async def word_on_case(
    turn: Turn,
    case_id: int,
    matter: bool = False,
    act: Act | None = None,
    hush: frozenset[str] = NOBODY_HUSHED,
    danger: Danger | None = None,
) -> bool:
    """The filer adds to it; the people in charge leave a note; or it is done as `act`, and those of
    `hush` are not told. What may be another `matter` can be made one, and what may be a `danger`
    an emergency. Returns whether it went there.
    """
    case = await kept_case(turn.unit, await case_for(turn, case_id))
    act = act or await _act(turn, case)
    async with confiding.apart(turn, case, act.value) as left:
        if left:
            await _to_case(turn, case, act, matter, hush, danger)
    return left


async def _to_case(
    turn: Turn,
    case: Case,
    act: Act,
    matter: bool,
    hush: frozenset[str],
    danger: Danger | None,
) -> None:
    came = turn.event.media
    media = [
        turn.unit.media.add(turn.event, one, None, case.id)
        for one in came
        if one.size <= turn.setup.most_bytes
    ]
    if len(media) < len(came):
        most = turn.setup.most_bytes // MEGABYTE
        turn.reply(turn.say("refuse-too-big", most=most))
        if not media and not turn.event.text:
            return
    album = bool(turn.event.album)
    given = Given(_text(turn), tuple(media), turn.event.place, album)
    await albums.add(turn.scene, case, act, given, turn.event, hush=hush)
    followed.of_event(turn, case, act.value)
    _received(turn, case, act, matter, danger)


async def _act(turn: Turn, case: Case) -> Act:
    staff = works_on(turn, case)
    mine = case.filer_id == turn.person.id
    if mine or (not staff and await visible(turn.unit, turn.person, case, Act.ADD)):
        return Act.ADD
    if staff:
        return Act.NOTE
    raise Refused("refuse-not-allowed")


def _text(turn: Turn) -> str:
    """What was said; a place stands in it too, since the history holds words."""
    event, language = turn.event, turn.setup.language
    text, place = event.text.strip(), event.place
    pin = phrases.pin(turn.unit, place, event.called, language) if place else ""
    return "\n".join(filter(None, (text, pin)))


def _received(
    turn: Turn,
    case: Case,
    act: Act,
    matter: bool,
    danger: Danger | None,
) -> None:
    """One word for a whole album, after its last part."""
    mine = act is not Act.NOTE
    number = phrases.number(case, mine)
    key = DONE.get(act, "done-note")
    if mine and hidden_from_carer(turn.scene, case, turn.event.text):
        key = "done-add-apart"
    text = turn.say(key, number=number)
    choices = () if mine else pass_on_button(turn, case)
    calls: tuple[str, ...] = ()
    if matter:
        label = "button-call-people" if danger else "button-something-new"
        choices = ((turn.choice(label, f"n:{turn.unit.history.last}"),),)
    if danger is not None:
        text = Safe(f"{text}\n{turn.say('ask-danger-call')}")
        calls = danger.calls
    reply = Reply(text=text, choices=choices, calls=calls, silent=danger is None)
    at = turn.unit.now + ALBUM_PAUSE if turn.event.album else None
    slot = f"word:{case.id}"
    turn.unit.outbox.add(turn.event.chat, reply, case_id=case.id, at=at, replaces=slot)


async def edited_word(turn: Turn, words: str) -> None:
    """An edit is kept as a further word on the case that the message went into."""
    event = turn.event
    sent = await turn.unit.sent_messages.at(event.chat, event.message_id)
    if sent is None or sent.case_id is None or not event.text.strip():
        return
    case = await kept_case(turn.unit, await case_for(turn, sent.case_id))
    act = Act.ADD if case.filer_id == turn.person.id else Act.NOTE
    if sent.shape in AS_BEFORE:
        # an answer that was corrected reaches the filer as a word of its own
        act = Act.TELL if sent.shape == Act.RESOLVE else Act(sent.shape)
    text = turn.label("edited-word", words=words.strip())
    await perform(turn.scene, case, act, Given(text))
    said = turn.say(DONE.get(act, "done-note"), number=case.number)
    turn.reply(said, silent=True, case_id=case.id)
