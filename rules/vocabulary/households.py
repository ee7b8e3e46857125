"""What the law calls the situation of a household."""

from domain.conditions import any_of, known, named
from domain.households import CurrentHousing, Household, MaritalStatus, Separation
from domain.persons import Person, Role, TaxSituation
from domain.text import text
from rules.vocabulary.persons import (
    has_employer,
    is_dependant,
    is_half_of_couple,
    is_on_applicants_notice,
    is_self_employed,
)

TITLE = text(fr="Ménages", en="Households")

LAST_CATEGORY = 6
"""Of households, by annex I of the arrêté of 29 July 1987."""

is_separating_before_judge = named(
    text(fr="en instance de séparation devant le juge", en="separating before the judge"),
    (Household.marital_status == MaritalStatus.SEPARATING) & (Household.separation == Separation.JUDICIAL),
)

is_couple = named(
    text(fr="demandeur en couple", en="applicant living as a couple"),
    Household.marital_status.one_of(MaritalStatus.MARRIED, MaritalStatus.CIVIL_PARTNERSHIP, MaritalStatus.COHABITING),
)

# Nobody said on whose notice the spouse stands: it is not asked either.
is_spouse_taken_for_on_joint_notice = named(
    text(
        fr="conjoint tenu pour figurer sur l’avis commun du demandeur",
        en="spouse taken to stand on the joint notice of the applicant",
    ),
    any_of(Household.persons, is_on_applicants_notice & ~known(Person.tax_situation)),
    note=text(
        fr="Sa situation fiscale n’est donc pas demandée : l’avis commun remis doit porter son nom, et le montant saisi pour le demandeur "
        "compte pour les deux.",
        en="So the spouse's own tax situation is not asked for: the joint notice handed in must bear that name too, and the amount given "
        "for the applicant counts for both.",
    ),
)

# CGI, art. 6, from memory: joint taxation from the year of the union on, unless the two choose apart for that year.
has_notices_apart = named(
    text(
        fr="mariage ou PACS conclu en N-2 ou après, les avis étant séparés",
        en="marriage or PACS of the year before last or later, as the notices are separate",
    ),
    Household.marital_status.one_of(MaritalStatus.MARRIED, MaritalStatus.CIVIL_PARTNERSHIP)
    & any_of(Household.persons, is_half_of_couple & (Person.tax_situation == TaxSituation.OWN_NOTICE)),
    note=text(
        fr="Vérifier sur la pièce le jour de l’union : mariés ou pacsés sont imposés ensemble dès cette année-là, sauf choix contraire "
        "pour elle (CGI, art. 6, de mémoire). D’une union plus ancienne, un seul avis, commun, est attendu (sauf séparés de biens et "
        "vivant alors sous deux toits), et ce sont ses revenus qui comptent, avec ceux de l’étranger qu’il ne comprend pas (leur "
        "attestation reste due) : les produits accessibles peuvent alors changer.",
        en="Check the day of the union on the document: spouses and partners are taxed together from that year on, unless they choose "
        "otherwise for it (CGI, art. 6, from memory). Of an older union a single joint notice is to be expected (unless they had separate "
        "property and lived under two roofs then), and its income counts, with income from abroad that it does not hold (its certificate "
        "remains due): the loan categories open to the household may then change.",
    ),
)

# Conseil d'État, 4 July 2025: such a notice is proof enough of the divorce.
tax_notice_proves_divorce = named(
    text(
        fr="avis d’imposition qui montre le divorce et les seuls revenus du demandeur",
        en="tax notice that shows the divorce and the applicant's income only",
    ),
    Household.tax_notice_shows_divorce & Household.tax_notice_own_income_only,
    otherwise=text(fr="avis d’imposition qui ne prouve pas le divorce", en="tax notice that does not prove the divorce"),
)

# Who is hosted shows the host's certificate, who is housed the lease or what stands for it.
is_neither_housed_nor_hosted = named(
    text(fr="ni logement ni hébergement", en="neither housed nor hosted"),
    Household.current_housing.one_of(CurrentHousing.HOMELESS, CurrentHousing.HOTEL, CurrentHousing.CAMPING),
    otherwise=text(fr="personne logée ou hébergée", en="housed or hosted"),
)

is_spouse_at_work = named(
    text(fr="conjoint qui travaille", en="spouse at work"),
    (Person.role == Role.SPOUSE) & (has_employer | is_self_employed),
    otherwise=text(fr="pas un conjoint qui travaille", en="not a spouse at work"),
)

# Arrêté of 29 July 1987, annex I: dependants count apart for one person alone; else the number of persons decides.
has_other_than_dependants = named(
    text(fr="le demandeur n’est pas seul avec des personnes à charge", en="the applicant is not alone with dependants"),
    any_of(Household.persons, (Person.role != Role.APPLICANT) & ~is_dependant),
    otherwise=text(fr="demandeur seul, ou avec les seules personnes à sa charge", en="applicant alone, or with dependants only"),
)

is_dependant_of_lone_applicant = named(
    text(fr="personne à charge d’un demandeur seul", en="dependant of a lone applicant"),
    ~has_other_than_dependants & is_dependant,
)

# One card is enough: whoever else's is not known changes nothing.
has_card_holder = named(
    text(
        fr="au moins un titulaire de la carte mobilité inclusion « invalidité »",
        en="at least one holder of the mobility inclusion card (disability)",
    ),
    any_of(Household.persons, Person.disability_card),
    otherwise=text(
        fr="aucun titulaire de la carte mobilité inclusion « invalidité »", en="no holder of the mobility inclusion card (disability)"
    ),
)

is_card_taken_for_handed_in = named(
    text(fr="carte mobilité inclusion « invalidité » tenue pour remise", en="mobility inclusion card (disability) taken to be handed in"),
    has_card_holder,
    note=text(
        fr="Elle seule porte la catégorie d’un rang plus haut, et avec elle les plafonds : tant qu’elle n’est pas remise, la catégorie "
        "est celle d’avant le surclassement.",
        en="It alone takes the category one up, and the ceilings with it: as long as it is not handed in, the category is that before the "
        "upgrade.",
    ),
)
