"""Which years of its agreement a landlord has not listed: the question for them all names those."""

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
    place = [each.id for each in index.types[LandlordYear.type_name].facts].index(f"{LandlordYear.type_name}.year")
    listed = {each.values[place] for each in root.walk() if each.type_name == LandlordYear.type_name}
    return [str(each) for each in range(first, last + 1) if each not in listed]
