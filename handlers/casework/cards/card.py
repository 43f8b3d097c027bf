"""What a case card says, in one chat's language."""

from __future__ import annotations

from html import escape

from domain.case import Case
from domain.messages import MediaKind
from domain.privacy import Aspect, Viewer, shows
from handlers.casework import phrases
from handlers.casework.cards import card_marks
from handlers.dialog.scene import Scene
from handlers.texts.sentences import Safe, say

# leaves room for the rest within Telegram's 1,024 characters of a caption
WORDS_ON_CARD = 300
PLACE_ON_CARD = 120
ANSWER_ON_CARD = 200


def shown_to_all(case: Case) -> bool:
    """Whether a group may read it."""
    return shows(case.privacy, Viewer.GROUP, Aspect.WORDS)


async def text(
    scene: Scene,
    case: Case,
    language: str,
    may_read: bool = True,
) -> Safe:
    """At most about 900 characters; without the words for who may not read them."""
    lines = [
        phrases.title(scene.setup, language, case),
        *_words(case, language, may_read),
    ]
    if may_read and not case.words:
        lines += await _voice(scene, case, language)
    lines += _places(scene, case, language, may_read)
    carer = await phrases.carer(scene.unit, language, case)
    state = phrases.state(language, case)
    lines.append(say(language, "card-who", state=state, name=carer))
    due = phrases.deadline(language, case, scene.unit.now, scene.setup)
    if due:
        lines.append(say(language, "card-due", due=due))
    lines += await card_marks.lines(scene, case, language)
    if case.answer and not case.open and may_read:
        answer = phrases.cut(case.answer, ANSWER_ON_CARD)
        lines.append(say(language, "card-answer", answer=answer))
    if case.reopened:
        lines.append(say(language, "card-reopened", times=case.reopened))
    return Safe("\n".join(lines))


def _words(case: Case, language: str, may_read: bool) -> list[Safe]:
    if not may_read:
        return [say(language, "card-confidential")]
    short = phrases.cut(case.words, WORDS_ON_CARD)
    return [Safe(escape(short, quote=False))] if short else []


async def _voice(scene: Scene, case: Case, language: str) -> list[Safe]:
    """That there is something to listen to, where nothing is there to read."""
    found = await scene.unit.media.of_case(case.id)
    first = min((one.history_id or 0 for one in found), default=0)
    heard = [
        one.media
        for one in found
        if one.media.kind is MediaKind.VOICE and one.history_id == first
    ]
    if not heard:
        return []
    seconds = sum(media.seconds for media in heard)
    known = all(media.seconds for media in heard)
    key = "card-voice-long" if known else "card-voice"
    return [say(language, key, count=len(heard), seconds=seconds)]


def _places(
    scene: Scene,
    case: Case,
    language: str,
    may_read: bool,
) -> list[Safe]:
    """Where it is; and which grid has it, where that is another one."""
    has = phrases.area(scene.unit, case.area, language)
    if not may_read:
        return [say(language, "card-where", where=has)]
    lies = _lies_in(scene, case)
    area = phrases.area(scene.unit, lies, language) if lies else has
    spot = phrases.spot(scene.unit, language, case)
    told = area
    if spot not in area:
        told = phrases.cut(f"{area} · {spot}", PLACE_ON_CARD)
    where = phrases.on_the_map(scene.setup, case, told)
    lines = [say(language, "card-where", where=where)]
    return [*lines, say(language, "card-has-it", area=has)] if lies else lines


def _lies_in(scene: Scene, case: Case) -> str:
    """The area in which its pin lies, where a grid beside that one has it; '' elsewhere."""
    tree = scene.unit.directory
    lies = tree.locate(case.place) if case.place is not None else ""
    beside = lies not in tree.path(case.area) and case.area not in tree.path(lies)
    return lies if lies and beside else ""
