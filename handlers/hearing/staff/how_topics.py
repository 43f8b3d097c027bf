"""What staff may ask how to do, and what answers it."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.hearing.topics import Topic


@dataclass(frozen=True, slots=True)
class StaffTopic(Topic):
    """It is answered by an act's button, by a command as it stands alone, or by the text `told`. It
    may be for `admins`: others hear the text `others`, or who does it. What `anybody` may order
    is answered to all of staff, not to admins alone.
    """

    act: str = ""
    command: str = ""
    told: str = ""
    admins: bool = False
    others: str = ""
    anybody: bool = False


TOPICS = (
    StaffTopic(
        "words-how-other-phone",
        "words-how-other-phone",
        told="how-new-phone",
        anybody=True,
    ),
    StaffTopic(
        "words-how-new-phone",
        told="how-new-phone",
    ),
    StaffTopic(
        "words-how-run",
        "words-how-run",
        told="how-machine",
        anybody=True,
    ),
    StaffTopic(
        "words-how-wipe",
        "words-how-wipe",
        told="how-delete",
        anybody=True,
    ),
    StaffTopic(
        "words-how-no-answer",
        told="how-no-answer",
    ),
    StaffTopic(
        "words-how-not-ours",
        told="how-not-ours",
    ),
    StaffTopic(
        "words-how-nobody",
        told="how-nobody",
        admins=True,
    ),
    StaffTopic(
        "words-how-riders",
        told="how-riders",
    ),
    StaffTopic(
        "words-how-group",
        "words-how-bind",
        command="bind",
        admins=True,
    ),
    StaffTopic(
        "words-how-role",
        "words-how-restore",
        both=True,
        told="how-role-back",
        admins=True,
        anybody=True,
    ),
    StaffTopic(
        "words-how-limit",
        "words-how-change",
        command="policy",
        admins=True,
    ),
    StaffTopic(
        "words-how-code",
        "words-how-print",
        command="poster",
        admins=True,
        anybody=True,
    ),
    StaffTopic(
        "words-how-hand-over",
        "words-how-hand-over",
        told="how-hand-over",
        admins=True,
    ),
    StaffTopic(
        "words-how-myself",
        "words-how-myself",
        told="how-myself",
        admins=True,
    ),
    StaffTopic(
        "words-how-gone",
        command="revoke",
        admins=True,
    ),
    StaffTopic(
        "words-how-whom",
        "words-how-bring-in",
        both=True,
        command="invite",
        admins=True,
        anybody=True,
    ),
    StaffTopic("words-how-template", command="templates"),
    StaffTopic(
        "words-how-laid-out",
        "words-how-lay-out",
        both=True,
        told="how-machine",
        admins=True,
    ),
    StaffTopic(
        "words-how-delete",
        told="how-delete",
    ),
    StaffTopic(
        "words-how-block",
        "words-how-block",
        told="how-block",
        anybody=True,
    ),
    StaffTopic("words-how-privacy", act="privacy"),
    StaffTopic(
        "words-how-confidential",
        told="how-confidential",
    ),
    StaffTopic(
        "words-how-machine",
        "words-how-set",
        told="how-machine",
    ),
    StaffTopic("words-how-changed", command="audit"),
    StaffTopic(
        "words-how-why-routed",
        "words-how-why-routed",
        command="route",
        admins=True,
    ),
    StaffTopic(
        "words-how-routed",
        command="route",
        admins=True,
    ),
    StaffTopic("words-how-leave", told="how-leave"),
    StaffTopic(
        "words-how-shift",
        "words-how-set",
        told="how-shift",
    ),
    StaffTopic("words-how-quiet", told="how-quiet"),
    StaffTopic("words-how-photo", told="how-photo"),
    StaffTopic("words-how-map", told="how-map"),
    StaffTopic("words-how-slip", told="how-slip"),
    StaffTopic(
        "words-how-past",
        told="how-past",
    ),
    StaffTopic(
        "words-how-unsolved",
        told="how-unsolved",
    ),
    StaffTopic(
        "words-how-no-verdict",
        told="how-no-verdict",
    ),
    StaffTopic(
        "words-how-fixed",
        told="how-fixed",
    ),
    StaffTopic(
        "words-how-blurry",
        told="how-blurry",
    ),
    StaffTopic(
        "words-how-find",
        told="how-find",
    ),
    StaffTopic(
        "words-how-number",
        told="how-number",
    ),
    StaffTopic(
        "words-how-must",
        told="how-must",
        asked=True,
    ),
    StaffTopic(
        "words-how-cant",
        told="how-cant",
    ),
    StaffTopic(
        "words-how-overdue",
        told="how-overdue",
    ),
    StaffTopic(
        "words-how-category",
        act="category",
    ),
    StaffTopic(
        "words-how-urgency",
        act="urgency",
    ),
    StaffTopic(
        "words-how-hand-on",
        act="hand_on",
    ),
    StaffTopic(
        "words-how-return",
        act="return",
    ),
    StaffTopic(
        "words-how-extend",
        act="extend",
    ),
    StaffTopic(
        "words-how-hold",
        act="hold",
    ),
    StaffTopic(
        "words-how-merge",
        act="merge",
    ),
    StaffTopic(
        "words-how-split",
        act="split",
    ),
    StaffTopic(
        "words-how-undo",
        act="undo",
    ),
    StaffTopic(
        "words-how-raise",
        act="raise",
    ),
    StaffTopic(
        "words-how-reject",
        act="reject",
    ),
    StaffTopic(
        "words-how-tell",
        act="tell",
    ),
    StaffTopic(
        "words-how-ask",
        act="ask",
    ),
    StaffTopic(
        "words-how-note",
        act="note",
    ),
    StaffTopic(
        "words-how-done",
        act="resolve",
    ),
    StaffTopic(
        "words-how-accept",
        act="accept",
    ),
    StaffTopic(
        "words-how-figures",
        command="stats",
        asked=True,
    ),
    StaffTopic(
        "words-how-manual",
        told="how-begin-carer",
        asked=True,
    ),
    StaffTopic(
        "words-how-begin",
        told="how-begin",
        admins=True,
        others="how-begin-carer",
    ),
    StaffTopic(
        "words-how-first",
        "words-how-first",
        asked=True,
        told="how-begin",
        admins=True,
        others="how-begin-carer",
    ),
)
"""The first that is named counts."""
