"""A rule's version: it changes with what the rule says, also in the parts of it that have no name of their own."""

from decimal import Decimal

from domain.conditions import count
from domain.expressions import Condition
from rules.engine.declare import derived
from tests.rules.engine.estates import SOURCE, TITLE, Estate, House, rule_set_of

NAME, OTHER = "calculations.rents.dear_houses", "calculations.rents.all_houses"


def version(above: int, *, beside: bool = False) -> str:
    """Return the version of the rule that counts the houses whose rent is above so much, perhaps with another rule beside it."""
    dear: Condition = House.rent > Decimal(above)
    rules = {NAME: derived(count(Estate.houses, dear), of=Estate, title=TITLE, source=SOURCE)}
    if beside:
        rules = {OTHER: derived(count(Estate.houses), of=Estate, title=TITLE, source=SOURCE), **rules}
    return rule_set_of(rules).index.units[NAME].version


def test_another_filter_of_what_is_counted_is_another_version() -> None:
    assert version(500) == version(500) != version(501)


def test_another_rule_beside_it_is_no_other_version() -> None:
    assert version(500, beside=True) == version(500)
