"""The years of a landlord: which of its agreement it has not listed, and which comes after the last, whose rents are decided before."""

from api.commands.answer_items import AnswerItems
from domain.facts import UNKNOWN
from domain.landlords import Landlord, LandlordYear
from rules.engine.answers.missing import Missing

LAST_YEAR = "calculations.social_utility.last_counted_year"


def years_to_add(items: AnswerItems, missing: Missing) -> list[str]:
    """Return the years that the indicators count and that are not listed, where the list of years is missing and the agreement known."""
    index, root = items.decision.index, items.decision.reading.root
    unit = index.units.get(LAST_YEAR)
    if unit is None or missing.fact.id != f"{Landlord.type_name}.years_complete":
        return []
    first, last = items.decision.reading.raw(unit.inputs[0].term, root), root.block[unit.slot]
    if UNKNOWN in (first, last):
        return []
    listed = _listed(items)
    return [str(each) for each in range(first, last + 1) if each not in listed]


def year_after(items: AnswerItems) -> int | None:
    """Return the year after the last that a landlord has listed; none of other subjects, or where it listed none."""
    return max(_listed(items), default=-1) + 1 or None


def _listed(items: AnswerItems) -> set[int]:
    decision = items.decision
    if decision.subject_type != Landlord.type_name:
        return set()
    place = [each.id for each in decision.index.types[LandlordYear.type_name].facts].index(f"{LandlordYear.type_name}.year")
    years = (each.values[place] for each in decision.reading.root.walk() if each.type_name == LandlordYear.type_name)
    return {each for each in years if each is not UNKNOWN}
