"""Secrecy that is asked before the matter is told, or while it is: 别让别人看见 我想说个事. It is
no matter and no place; what is told next is kept as it was asked.
"""

from __future__ import annotations

from datetime import timedelta

from domain.draft import Draft
from domain.privacy import Privacy
from domain.reading.model import Intent, Reading
from handlers.actions.emergencies import asked_private
from handlers.dialog import conversation, ending
from handlers.dialog.alone import alone
from handlers.dialog.consent import sends_it
from handlers.dialog.filed_last import filed_last
from handlers.dialog.turn import Turn
from handlers.filing import discreet
from handlers.filing.draft import needs, privacy_of, with_about
from handlers.filing.form import FILING
from handlers.hearing import about_us
from handlers.hearing.who_reads import asks_who_reads
from handlers.texts.asking import questioned, unasked
from handlers.texts.words import anywhere, asks, only, plain
from storage.sent_messages import SentMessage

JUST, OF_THIS = timedelta(minutes=10), timedelta(days=1)
"""So long after its receipt it is said of that report; of 这个, "that report" longer (ours)."""

BESIDE = ("words-beside-secret", "words-tells-something", "words-polite")
"""What may stand beside it where nothing else is said."""
OPENLY = ("words-may-contact", "words-leave-it", "words-polite", "words-nod")
"""The same beside what takes it back."""
NO_MATTER = (Intent.CHAT, Intent.CONFIRM)


async def asked(
    turn: Turn,
    drafts: list[Draft],
    reading: Reading,
    sent: SentMessage | None,
) -> bool:
    """Whether that was all that was said; a report that is open is kept so, or one that was filed
    just before, else what comes next. Who only asks whether that is possible is told how.
    """
    if not alone(turn):
        return False
    if not drafts and not sent and await _takes_back(turn):
        return True
    reads = not sent and asks_who_reads(turn.event.text)
    if not (reads or says_only(reading) or (drafts and _sends(reading))):
        return False
    if not reads and about_us.is_asked(turn):
        return False
    if drafts and drafts[-1].name != FILING.name:
        return False
    news = anywhere("words-tells-something").search(turn.event.text.lower())
    may = anywhere("words-unnamed-if").search(plain(turn.event.text))
    so = anywhere("words-make-it-so").search(plain(turn.event.text))
    wonders = (may or questioned(turn.event.text)) and not (news or so)
    question = reads or wonders
    if sent is not None:
        own = await turn.unit.cases.get(sent.case_id) if sent.case_id else None
        if own is None or question:
            return False
        return await asked_private.kept(turn, own, reading.asked)
    draft = drafts[-1] if drafts else None
    if question:
        turn.reply(turn.say(await _how(turn, draft) if reads else "secret-asked"))
    elif draft is not None:
        return await _kept_so(turn, draft, reading)
    elif not await _of_the_last(turn, reading):
        await discreet.remember(turn, reading.asked)
        secret = reading.asked.secret
        turn.reply(turn.say("secret-first" if secret else "unnamed-first"))
    if draft is not None:
        conversation.show(turn, FILING, draft)
    return True


async def _how(
    turn: Turn,
    draft: Draft | None,
) -> str:
    """By which key it is told who reads: of what is kept so already, that it is."""
    own = await turn.unit.cases.open_of(turn.person.id, 1)
    known = privacy_of(draft) if draft else next((one.privacy for one in own), None)
    secret = known is Privacy.CONFIDENTIAL
    return "secret-already" if secret else "secret-who-reads"


async def _of_the_last(turn: Turn, reading: Reading) -> bool:
    """Whether it is said of what they have just filed."""
    said = turn.event.text.lower()
    if anywhere("words-tells-something").search(said):
        return False
    within = OF_THIS if anywhere("words-this-report").search(said) else JUST
    case = await filed_last(turn, within)
    return case is not None and await asked_private.kept(turn, case, reading.asked)


async def _takes_back(turn: Turn) -> bool:
    """Whether it says that it need not be kept so: of a report that was filed, or what was asked
    for the next one.
    """
    said = turn.event.text
    if not any(asks(key, said, *OPENLY) for key in ("words-not-secret", "words-named")):
        return False
    kept = await asked_private.newest(turn)
    case = await turn.unit.cases.get(kept.about["case"]) if kept else None
    if case is not None:
        await asked_private.pressed(turn, case, "")
    elif await discreet.held(turn):
        await discreet.told(turn)
        turn.reply(turn.say("secret-dropped"))
    else:
        return False
    return True


async def _kept_so(turn: Turn, draft: Draft, reading: Reading) -> bool:
    about = draft.about | discreet.wishes(reading.asked)
    kept = await conversation.keep(turn, FILING, with_about(draft, about))
    if kept is None:
        return True
    if _sends(reading) and not (kept.asking or needs(kept)):
        await ending.finish(turn, FILING, kept)
    else:
        # the summary says so itself
        waits = kept.asking or needs(kept)
        first = "secret-too" if reading.asked.secret else "unnamed-too"
        conversation.show(turn, FILING, kept, first=turn.say(first) if waits else "")
    return True


def says_only(reading: Reading) -> bool:
    """Whether it asks for that and tells nothing, nor any matter beside it."""
    wished = reading.asked
    if not (wished.secret or wished.unnamed):
        return False
    rest = unasked(wished.beside)
    return not any(map(str.isalnum, rest)) or only(BESIDE[0], rest, *BESIDE[1:])


def _sends(reading: Reading) -> bool:
    """Whether beside that it says to send what is written: "ok send but no name"."""
    wished = reading.asked
    return (wished.secret or wished.unnamed) and sends_it(unasked(wished.beside))


def confides(turn: Turn, reading: Reading) -> bool:
    """Whether what sounds like talk asks for that: then it is told in confidence, and kept."""
    wished = reading.asked.secret or reading.asked.unnamed
    return wished and reading.intent in NO_MATTER and not questioned(turn.event.text)
