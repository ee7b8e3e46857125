"""Who counts in a household, and the category it gives: arrêté of 29 July 1987, annex I."""

from datetime import date

from domain.calendar import months, years
from domain.conditions import count, later, named, reached, truth, values, years_since
from domain.households import Household
from domain.persons import Person
from domain.text import text
from rules.engine.declare import Confidence, calculation, derived
from rules.headlines import Headline
from rules.sources.incomes import CEILING_CONDITIONS, CEILINGS, CEILINGS_OF_HOUSEHOLD, DISABILITY_CATEGORY, TAX_HOUSEHOLD
from rules.sources.requests import HOUSEHOLD_MEMBERS, SERVICE_PUBLIC_REQUEST
from rules.vocabulary.households import LAST_CATEGORY, has_card_holder, is_card_taken_for_handed_in, is_dependant_of_lone_applicant
from rules.vocabulary.persons import is_adult_dependant_on_notice, is_half_of_couple

TITLE = text(fr="Composition et catégorie du ménage", en="Composition and category of the household")


@calculation(
    of=Household,
    title=text(fr="Premier jour de l’année de référence", en="First day of the reference year"),
    source=TAX_HOUSEHOLD,
)
def reference_year_start(reference_year: int) -> date:
    """Return 1 January of year N-2, the day on which the tax code takes the age of whoever stands on a notice."""
    return date(reference_year, 1, 1)


is_last_quarter = named(
    text(fr="dernier trimestre de l’année", en="last quarter of the year"),
    reached(reference_year_start + months(33)),
    otherwise=text(fr="pas encore le dernier trimestre de l’année", en="not the last quarter of the year yet"),
)


@calculation(
    of=Household,
    when=is_last_quarter,
    title=text(
        fr="Année de référence des ressources dès le 1er janvier prochain", en="Reference year of the income from next 1 January on"
    ),
    headline=Headline.NEXT_TAX_NOTICE.label,
    unit="calendar year",
    source=(CEILING_CONDITIONS, SERVICE_PUBLIC_REQUEST),
)
def next_reference_year(reference_year: int) -> int:
    """Return the year after the reference year."""
    return reference_year + 1


# Who was a minor then stood on the notice as a minor child: it says nothing of a dependency since.
is_adult_dependant_since_notice = named(
    text(
        fr="personne déjà majeure au début de l’année N-2, à charge ou rattachée sur l’avis d’une autre personne du ménage",
        en="person who was of age when the year before last began, on the notice of another person of the household",
    ),
    is_adult_dependant_on_notice & ~later(Person.born_on + years(18), than=reference_year_start),
)

household_persons = derived(
    count(Household.persons),
    of=Household,
    title=text(fr="Nombre de personnes composant le ménage", en="Number of persons in the household"),
    unit="person",
    source=(HOUSEHOLD_MEMBERS, CEILINGS_OF_HOUSEHOLD),
    note=text(
        fr="L’enfant en garde alternée compte au foyer de chacun de ses parents, donc dans la catégorie et les plafonds. L’enfant à "
        "naître ne compte pas avant sa naissance.",
        en="A child in alternating custody counts in the household of each parent, and so in category and ceilings. An unborn child does "
        "not count before it is born.",
    ),
)


@calculation(
    of=Person,
    when=is_adult_dependant_since_notice,
    title=text(fr="À charge d’après l’avis d’imposition", en="Dependant according to the tax notice"),
    source=(HOUSEHOLD_MEMBERS, TAX_HOUSEHOLD),
    confidence=Confidence.DERIVED,
    gives=Person.dependant,
    note=text(
        fr="L’avis est celui de l’année N-2 : si la charge a cessé depuis, répondre « non » à « À charge au sens fiscal ».",
        en="The notice is that of the year before last: where the person is a dependant no longer, answer “no” to “Dependant under the tax "
        "code”.",
    ),
)
def dependant_by_notice() -> bool:
    """Return that whoever stands on the notice of another person of the household is a dependant."""
    return True


lone_applicant_dependants = derived(
    count(Household.persons, is_dependant_of_lone_applicant),
    of=Household,
    title=text(fr="Personnes à charge d’un demandeur seul", en="Dependants of a lone applicant"),
    unit="person",
    source=(HOUSEHOLD_MEMBERS, CEILINGS),
    note=text(
        fr="Comptées à part si le demandeur ne vit qu’avec des personnes à sa charge. Sinon, 0 : le nombre de personnes décide seul.",
        en="Counted apart where the applicant lives with dependants only. Else 0: the number of persons alone decides.",
    ),
)

is_card_held = derived(
    truth(has_card_holder),
    of=Household,
    title=text(
        fr="Surclassement, sur remise de la carte mobilité inclusion « invalidité »",
        en="Upgrade, where the mobility inclusion card (disability) is handed in",
    ),
    doubt=is_card_taken_for_handed_in,
    source=DISABILITY_CATEGORY,
)

age = derived(
    years_since(Person.born_on),
    of=Person,
    title=text(fr="Âge", en="Age"),
    unit="year",
    source=CEILINGS,
)

couple_ages = derived(
    values(Household.persons, age, is_half_of_couple),
    of=Household,
    title=text(fr="Âges du demandeur et de son conjoint", en="Ages of the applicant and the spouse"),
    unit="year",
    source=CEILINGS,
)


@calculation(of=Household, title=text(fr="Jeune ménage", en="Young couple"), source=(CEILINGS, DISABILITY_CATEGORY))
def is_young_couple(couple_ages: tuple[int, ...], household_persons: int, young_couple_age_limit: int) -> bool:
    """Tell whether a couple alone, and so without dependants, has ages, in whole years, whose sum is within the limit."""
    return len(couple_ages) == household_persons == 2 and sum(couple_ages) <= young_couple_age_limit


@calculation(of=Household, title=text(fr="Catégorie de ménage", en="Household category"), unit="category", source=CEILINGS)
def household_category(household_persons: int, lone_applicant_dependants: int, is_young_couple: bool) -> int:
    """
    Return the category, 1 to 6, before any upgrade.

    A lone applicant's dependants each count one more than in a couple: with one dependant, category 3.
    """
    if lone_applicant_dependants:
        return min(lone_applicant_dependants + 2, LAST_CATEGORY)
    if household_persons == 2:
        return 3 if is_young_couple else 2
    return min(household_persons, LAST_CATEGORY)


@calculation(
    of=Household,
    title=text(fr="Catégorie après surclassement handicap", en="Category after the disability upgrade"),
    headline=Headline.CATEGORY.label,
    unit="category",
    source=DISABILITY_CATEGORY,
    note=text(
        fr="Le surclassement tient à la carte remise, quel qu’en soit le nombre. Ce qu’il devient au-delà de la catégorie 6 n’a pas été "
        "trouvé : la catégorie reste 6.",
        en="The upgrade takes the card handed in, one or several. What becomes of it above category 6 was not found: the category stays 6.",
    ),
)
def upgraded_category(household_category: int, is_card_held: bool) -> int:
    """Return the next category up where at least one person holds the card."""
    return min(household_category + 1, LAST_CATEGORY) if is_card_held else household_category


@calculation(
    of=Household,
    title=text(fr="Personnes au-delà de la catégorie 6", en="Persons beyond category 6"),
    unit="person",
    source=CEILINGS,
)
def extra_persons(household_persons: int, lone_applicant_dependants: int) -> int:
    """Count the persons beyond six, or a lone applicant's dependants beyond four."""
    return max(0, lone_applicant_dependants - 4 if lone_applicant_dependants else household_persons - 6)
