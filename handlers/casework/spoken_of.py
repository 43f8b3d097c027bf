"""来的人喝了酒, 换个人来: whoever has the speaker's case is blamed and not named. Their name goes
into the words as they come, so that whatever keeps who is named from them keeps these too.
"""

from __future__ import annotations

from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.named import blames, names
from domain.offices import by_nobody, of_carer
from domain.people import Person
from domain.privacy import Privacy
from handlers.casework.complaints import BY_RIDERS
from handlers.casework.happened import Given
from handlers.dialog.scene import Scene
from handlers.texts.sentences import label

LOOKED_AT = 3
"""Of the speaker's open cases, the newest (ours)."""


async def carers(
    scene: Scene,
    words: str,
) -> list[Person]:
    """Who has an open case of the speaker and is blamed in what they tell."""
    speaker = scene.actor.id
    if speaker is None or not (of_carer(words) or by_nobody(words)):
        return []
    own = await scene.unit.cases.open_of(speaker, LOOKED_AT)
    if len(own) > 1 and not of_carer(words):
        return []
    found = [one for case in own if (one := blamed_carer(scene, case, words))]
    return list(dict.fromkeys(found))


async def told(
    scene: Scene,
    words: str,
) -> str:
    """What is filed, with their names."""
    return _with(scene, words, await carers(scene, words))


def said(
    scene: Scene,
    case: Case,
    act: Act,
    given: Given,
) -> Given:
    """What is said on their own case, with the name of whoever has it where nothing else tells."""
    if act not in BY_RIDERS or case.filer_id != scene.actor.id:
        return given
    carer = blamed_carer(scene, case, given.words)
    if carer is None or blames(given.words, carer, case.area):
        return given
    return replace(given, words=_with(scene, given.words, [carer]))


def hidden_from_carer(scene: Scene, case: Case, words: str) -> bool:
    """Whether who has the case does not read these words of its filer, since they blame them."""
    carer = scene.unit.directory.staff.get(case.assignee_id or 0)
    named = carer is not None and blames(words, carer, case.area)
    return named or blamed_carer(scene, case, words) is not None


def blamed_carer(
    scene: Scene,
    case: Case,
    words: str,
) -> Person | None:
    """Who has the case, where the words blame them. What is confidential tells of others: there 他
    may be anybody.
    """
    carer = scene.unit.directory.staff.get(case.assignee_id or 0)
    if carer is None or carer.id == scene.actor.id:
        return None
    alone = case.privacy is not Privacy.CONFIDENTIAL
    meant = of_carer(words, alone) or (alone and by_nobody(words))
    return carer if meant else None


def _with(
    scene: Scene,
    words: str,
    people: list[Person],
) -> str:
    unnamed = [one.name for one in people if not names(words, one.name)]
    if not unnamed or scene.actor.person is None:
        return words
    language = scene.language_of(scene.actor.person)
    who = label(language, "names-and").join(unnamed)
    key = "said-of-carer" if of_carer(words) else "maybe-of-carer"
    return label(language, key, words=words, names=who)
