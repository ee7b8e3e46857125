"""Whom the housing benefit counts, and how."""

from domain.calendar import years
from domain.conditions import any_of, named, reached
from domain.households import Household
from domain.persons import IncomeKind, Person, Role
from domain.text import text
from rules.vocabulary.persons import has_disability, is_applicant_or_co_applicant, is_in_alternating_custody, is_visiting_child

TITLE = text(fr="Aide au logement", en="Housing benefit")

is_spouse = named(
    text(fr="conjoint, partenaire de PACS ou concubin", en="spouse or partner"),
    Person.role == Role.SPOUSE,
)

# CCH, R823-4: who counts lives there usually, so that a child who only visits does not.
is_benefit_child = named(
    text(fr="enfant de moins de 21 ans qui vit au foyer", en="child under 21 who lives in the household"),
    (Person.role == Role.CHILD) & ~reached(Person.born_on + years(21)) & ~is_visiting_child,
)

is_aged_65 = named(text(fr="personne de 65 ans ou plus", en="person aged 65 or over"), reached(Person.born_on + years(65)))

# Whoever is paid the ASPA is below its ceiling, and so below the ceiling of R823-4, a quarter higher.
is_benefit_ascendant = named(
    text(fr="ascendant de 65 ans ou plus qui perçoit l’ASPA", en="parent or grandparent aged 65 or over who is paid the ASPA"),
    (Person.role == Role.ASCENDANT) & is_aged_65 & Person.income_kinds.includes(IncomeKind.ASPA),
)

is_relative_left_out = named(
    text(fr="autre proche âgé ou handicapé", en="other elderly or disabled relative"),
    ~is_applicant_or_co_applicant
    & ~is_benefit_child
    & ~is_benefit_ascendant
    & (((Person.role == Role.ASCENDANT) & is_aged_65) | has_disability),
)

has_relative_left_out = named(
    text(
        fr="proche âgé ou handicapé, non compté pour l’aide au logement",
        en="elderly or disabled relative, not counted for the housing benefit",
    ),
    any_of(Household.persons, is_relative_left_out),
    note=text(
        fr="Un ascendant compte aussi sans l’ASPA, selon son âge, et un proche dont l’incapacité atteint 80 %, si leurs ressources ne "
        "dépassent pas 1,25 fois le plafond de l’ASPA : l’aide et le plafond de la réduction de loyer seraient alors plus élevés. À "
        "vérifier auprès de la CAF.",
        en="A parent or grandparent counts without the ASPA too, by age, and a relative whose incapacity reaches 80%, where their means do "
        "not exceed 1.25 times the ceiling of the ASPA: benefit and income ceiling of the rent reduction would then be higher. To be "
        "verified with the CAF.",
    ),
)

has_child_of_two_homes = named(
    text(
        fr="enfant en garde alternée, compté toute l’année pour l’aide au logement",
        en="child in alternating custody, counted all year for the housing benefit",
    ),
    any_of(Household.persons, is_in_alternating_custody),
    note=text(
        fr="Chaque parent le fait compter, mais n’a droit à l’aide ainsi calculée que pour la période où il l’accueille. L’aide indiquée "
        "au dossier reste celle du calcul : vérifier auprès de la CAF qu’elle en tient compte, et la réduction de loyer aussi. Sinon, le "
        "taux d’effort serait plus élevé, et le reste à vivre plus faible.",
        en="Each parent has the child counted, but is due the benefit so calculated only for the time that the child is with them. The "
        "benefit stated in the file stays that of the calculation: verify with the CAF that it takes account of this, and the rent "
        "reduction too. If not, the rent-to-income ratio would be higher, and the residual income lower.",
    ),
)
