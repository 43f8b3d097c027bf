"""Points by hand: they count for the tier, and for spending once a second admin says so.

The one who gives, the one who gets and the one who confirms are three people.
"""

from __future__ import annotations

from datetime import timedelta

from domain.points.ledger import (
    OPEN_BANK,
    Transfer,
    Why,
    honour,
    moved,
    rider,
)

NOTICE = timedelta(days=3)
"""So long before the end of an award that nobody confirmed its admins are asked again (ours)."""


def award(
    base: str,
    times: int,
    source: str,
    person_id: int,
    amount: int,
) -> Transfer:
    """`base` is what it is for; of what was refused before (`times`) one may be given again."""
    entries = moved(source, honour(person_id), amount)
    return Transfer(f"{base}:{times + 1}", Why.AWARD, entries, person_id)


def settling(given: Transfer) -> str:
    """The key of whatever ends the waiting: only one of confirming, refusing and lapsing has it."""
    return f"settled:{given.key}"


def source(given: Transfer) -> str:
    """The bank that pays it."""
    return next(account for account, amount in given.entries.items() if amount < 0)


def size(given: Transfer) -> int:
    """How many points were given."""
    return sum(amount for amount in given.entries.values() if amount > 0)


def confirmed(given: Transfer, holder: int, by: int) -> Transfer:
    """From now on they can be spent. `holder` is who has them now: two doors may be one since."""
    entries = moved(honour(holder), rider(holder), size(given))
    return Transfer(
        settling(given),
        Why.CONFIRMED,
        entries,
        holder,
        given.case_id,
        by,
    )


def refused(
    given: Transfer,
    holder: int,
    by: int | None,
    words: str,
) -> Transfer:
    """They go back to where they came from."""
    return Transfer(
        settling(given),
        Why.BACK,
        moved(honour(holder), source(given), size(given)),
        holder,
        given.case_id,
        by,
        given.key,
        words=words,
    )


def unconfirmed(given: Transfer) -> Transfer:
    """Nobody confirmed it: it stays an honour, which costs no budget."""
    bank = source(given)
    entries = {} if bank == OPEN_BANK else moved(OPEN_BANK, bank, size(given))
    return Transfer(settling(given), Why.HONOUR, entries, case_id=given.case_id)


def undone(given: Transfer, holder: int, ending: Transfer) -> Transfer:
    """What was confirmed, or stayed an honour, goes back after all: giver or confirmer is who got
    it.
    """
    confirmed = ending.why is Why.CONFIRMED
    account = rider(holder) if confirmed else honour(holder)
    bank = source(given) if confirmed else OPEN_BANK
    return Transfer(
        f"back:{ending.key}",
        Why.BACK,
        moved(account, bank, size(given)),
        holder,
        given.case_id,
        reverses=ending.key,
    )
