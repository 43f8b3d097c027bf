"""Who sees what of a case: every cell of the table, written out by hand from rules.md
("Privacy").
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from domain.acts import Act
from domain.case import Case
from domain.people import Grant, Person, Role
from domain.permissions import may
from domain.privacy import SHOWN, Aspect, Privacy, Viewer, shows
from domain.standing import Standing
from domain.viewers import reads, viewers
from tests.domain.test_case import CASE, PATH
from tests.matrix import each

# viewer: what is shown of an open, an anonymous and a confidential case. E: that it exists, O: its
# outcome, W: all its words, F: who filed it. Coordinators never learn the filer's account, name or
# number unless the filer gives it.
TABLE = """
filer      EOWF EOWF EOWF
assignee   EOW  EOW  EOW
mediator   EOW  EOW  EOW
lead       EOW  EOW  EOW
admin      EOW  EOW  E
colleague  EOW  EOW  -
brought    EOW  EOW  EOW
follower   EO   EO   E
group      EOW  EOW  -
offer      E    E    -
export     EOWF EOW  E
figures    E    E    E
log        E    E    E
"""
LETTERS = {
    "E": Aspect.EXISTS,
    "O": Aspect.OUTCOME,
    "W": Aspect.WORDS,
    "F": Aspect.FILER,
}
COLUMNS = (Privacy.OPEN, Privacy.ANONYMOUS, Privacy.CONFIDENTIAL)
EXPECTED = {
    (privacy, Viewer(row.split()[0])): {LETTERS[letter] for letter in cell.strip("-")}
    for row in TABLE.strip().splitlines()
    for privacy, cell in zip(COLUMNS, row.split()[1:], strict=True)
}


def test_every_cell_of_the_table_is_written_out() -> None:
    assert set(EXPECTED) == set(product(Privacy, Viewer))
    assert {
        (privacy, viewer) for privacy, row in SHOWN.items() for viewer in row
    } == set(EXPECTED)


@pytest.mark.parametrize(
    ("privacy", "viewer", "part"), tuple(product(Privacy, Viewer, Aspect))
)
def test_a_part_is_shown_exactly_where_the_table_says_so(
    privacy: Privacy, viewer: Viewer, part: Aspect
) -> None:
    assert shows(privacy, viewer, part) is (part in EXPECTED[privacy, viewer])


def test_nobody_but_the_filer_sees_who_filed_unless_an_open_case_is_exported() -> None:
    named = {
        (privacy, viewer)
        for privacy, viewer in EXPECTED
        if shows(privacy, viewer, Aspect.FILER)
    }
    assert named == {
        *((privacy, Viewer.FILER) for privacy in Privacy),
        (Privacy.OPEN, Viewer.EXPORT),
    }


@each("viewer", Viewer)
def test_who_sees_words_knows_that_the_case_exists_and_no_privacy_shows_more_than_openness(
    viewer: Viewer,
) -> None:
    for privacy in Privacy:
        shown = EXPECTED[privacy, viewer]
        assert not shown or Aspect.EXISTS in shown
        assert Aspect.WORDS not in shown or Aspect.OUTCOME in shown
        assert shown <= EXPECTED[Privacy.OPEN, viewer]


# --- people ---

FILER, CARRIER, OTHER = 1, 2, 9


def staff(role: Role, area: str = "G01", post: str = "", number: int = OTHER) -> Person:
    return Person(number, "somebody", grants=(Grant(role, area, post),))


def private(privacy: Privacy, **changes: object) -> Case:
    whose = {"filer_id": FILER, "assignee_id": CARRIER}
    return replace(CASE, privacy=privacy, **(whose | changes))  # type: ignore[arg-type]


PEOPLE: dict[str, Person] = {
    "the filer": Person(FILER, "小王"),
    "a stranger": Person(OTHER, "路人"),
    "who carries it": staff(Role.COORDINATOR, number=CARRIER),
    "who carries it from elsewhere": staff(Role.COORDINATOR, "G08", number=CARRIER),
    "a colleague": staff(Role.COORDINATOR),
    "a colleague of another area": staff(Role.COORDINATOR, "G08"),
    "its lead": staff(Role.LEAD),
    "the street's lead": staff(Role.LEAD, "S1"),
    "a lead of another area": staff(Role.LEAD, "G08"),
    "an admin": staff(Role.ADMIN, "C"),
    "an admin of another area": staff(Role.ADMIN, "G08"),
    "a mediator": staff(Role.COORDINATOR, "D", "mediator"),
    "a mediator of another area": staff(Role.COORDINATOR, "G08", "mediator"),
    "a holder of another post": staff(Role.COORDINATOR, "S1", "police"),
    "a lead by another post": staff(Role.LEAD, "S1", "police"),
}
READERS = {
    Privacy.OPEN: {
        "the filer",
        "who carries it",
        "who carries it from elsewhere",
        "a colleague",
        "its lead",
        "the street's lead",
        "an admin",
    },
    Privacy.CONFIDENTIAL: {
        "the filer",
        "who carries it",
        "who carries it from elsewhere",
        "its lead",
        "the street's lead",
        "a mediator",
    },
}
READERS[Privacy.ANONYMOUS] = READERS[Privacy.OPEN]


@each("who", PEOPLE)
@each("privacy", Privacy)
def test_who_may_read_the_words(privacy: Privacy, who: str) -> None:
    case = private(privacy)
    assert reads(PEOPLE[who], case, PATH, Aspect.WORDS) is (who in READERS[privacy])
    knows = READERS[privacy] | {"an admin"}
    assert reads(PEOPLE[who], case, PATH, Aspect.EXISTS) is (who in knows)
    assert reads(PEOPLE[who], case, PATH, Aspect.FILER) is (who == "the filer")


@each("who", PEOPLE)
@each("privacy", Privacy)
def test_whose_own_case_was_merged_reads_along(privacy: Privacy, who: str) -> None:
    case, brought = private(privacy), Standing.BROUGHT
    assert reads(PEOPLE[who], case, PATH, Aspect.WORDS, brought)
    assert reads(PEOPLE[who], case, PATH, Aspect.FILER, brought) is (who == "the filer")


@each("who", PEOPLE)
@each("privacy", Privacy)
def test_who_said_me_too_hears_the_outcome_and_reads_no_other_words(
    privacy: Privacy, who: str
) -> None:
    case, joined = private(privacy), Standing.FOLLOWER
    reader = who in READERS[privacy]
    open_to_them = privacy is not Privacy.CONFIDENTIAL
    assert reads(PEOPLE[who], case, PATH, Aspect.EXISTS, joined)
    assert reads(PEOPLE[who], case, PATH, Aspect.OUTCOME, joined) is (
        reader or open_to_them
    )
    assert reads(PEOPLE[who], case, PATH, Aspect.WORDS, joined) is reader
    assert reads(PEOPLE[who], case, PATH, Aspect.FILER, joined) is (who == "the filer")


def test_a_person_without_any_part_in_a_case_is_no_viewer() -> None:
    for privacy in Privacy:
        assert viewers(PEOPLE["a stranger"], private(privacy), PATH) == set()
        assert (
            viewers(PEOPLE["a lead of another area"], private(privacy), PATH) == set()
        )


def test_a_lead_who_filed_and_joined_looks_in_every_capacity() -> None:
    person = staff(Role.LEAD, number=FILER)
    found = viewers(person, private(Privacy.OPEN), PATH, Standing.FOLLOWER)
    assert found == {Viewer.FILER, Viewer.FOLLOWER, Viewer.LEAD}
    found = viewers(person, private(Privacy.OPEN), PATH, Standing.BROUGHT)
    assert found == {Viewer.FILER, Viewer.BROUGHT, Viewer.LEAD}


@each("act", Act)
@each("role", Role)
def test_a_confidential_case_is_no_colleagues_whatever_the_act(
    role: Role, act: Act
) -> None:
    """A lead works as ever; an admin may do what needs no words; a colleague nothing."""
    case, open_case = private(Privacy.CONFIDENTIAL), private(Privacy.OPEN)
    blind = {"see", "hand_on", "supervise", "approve", "decline", "raise"}
    person = staff(role)
    expected = {
        Role.COORDINATOR: False,
        Role.LEAD: may(person, act, open_case, PATH),
        Role.ADMIN: may(person, act, open_case, PATH) and act in blind,
    }
    assert may(person, act, case, PATH) is expected[role]


@each("act", Act)
def test_who_carries_a_confidential_case_works_on_it_as_ever(act: Act) -> None:
    person = PEOPLE["who carries it"]
    assert may(person, act, private(Privacy.CONFIDENTIAL), PATH) is may(
        person, act, private(Privacy.OPEN), PATH
    )


@each("act", Act)
def test_a_mediator_works_in_every_confidential_case_below_and_in_no_other(
    act: Act,
) -> None:
    mediator, plain = PEOPLE["a mediator"], PEOPLE["a colleague"]
    assert may(mediator, act, private(Privacy.CONFIDENTIAL), PATH) is may(
        plain, act, private(Privacy.OPEN), PATH
    )
    assert not may(
        PEOPLE["a mediator of another area"], act, private(Privacy.CONFIDENTIAL), PATH
    )
    for privacy in (Privacy.OPEN, Privacy.ANONYMOUS):
        assert not may(mediator, act, private(privacy), PATH)


@each("role", (Role.COORDINATOR, Role.ADMIN))
def test_a_post_does_not_open_a_confidential_case_that_was_routed_to_it(
    role: Role,
) -> None:
    case = private(Privacy.CONFIDENTIAL, post="police")
    holder = staff(role, "S1", "police")
    assert not reads(holder, case, PATH, Aspect.WORDS)
    assert reads(holder, replace(case, privacy=Privacy.OPEN), PATH, Aspect.WORDS)


@each("privacy", Privacy)
def test_an_admin_sees_that_a_case_exists_whatever_its_privacy(
    privacy: Privacy,
) -> None:
    assert may(PEOPLE["an admin"], Act.SEE, private(privacy), PATH)
