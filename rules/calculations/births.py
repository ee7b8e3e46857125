"""What a birth to come will change: the category of the household with one child more."""

from domain.conditions import named
from domain.households import Household
from domain.text import text
from rules.engine.declare import Confidence, calculation
from rules.headlines import Headline
from rules.sources.incomes import CEILINGS, DISABILITY_CATEGORY
from rules.vocabulary.households import LAST_CATEGORY

TITLE = text(fr="Naissance attendue", en="Birth to come")

is_expecting_child = named(text(fr="enfant à naître", en="expecting a child"), Household.expecting_child)


@calculation(
    of=Household,
    when=is_expecting_child,
    title=text(fr="Catégorie à la naissance", en="Category after the birth"),
    headline=Headline.CATEGORY_AFTER_BIRTH.label,
    unit="category",
    confidence=Confidence.DERIVED,
    source=(CEILINGS, DISABILITY_CATEGORY),
    note=text(
        fr="Nombre de personnes + 1 : un seul enfant, à charge du demandeur, les autres personnes restant les mêmes. De deux conjoints : "
        "2 + 1 = 3 personnes, catégorie 3 ; s’ils y sont déjà comme jeune ménage, la naissance ne change pas leur plafond. Jumeaux : une "
        "personne de plus.",
        en="Number of persons + 1: one child, a dependant of the applicant, the other persons remaining the same. Of two spouses: "
        "2 + 1 = 3 persons, category 3; where they are in it already as a young couple, the birth does not change their ceiling. Twins: "
        "one person more.",
    ),
)
def category_after_birth(household_persons: int, lone_applicant_dependants: int, is_card_held: bool) -> int:
    """Return the category of one person more: of one dependant more where the applicant is alone, or alone with dependants."""
    alone = household_persons == 1 + lone_applicant_dependants
    category = lone_applicant_dependants + 3 if alone else household_persons + 1
    return min(category + is_card_held, LAST_CATEGORY)
