"""What the law calls the situation of a household."""

from domain.conditions import any_of, named
from domain.households import CurrentHousing, Household, MaritalStatus, Separation
from domain.persons import Person, Role
from domain.text import text
from rules.vocabulary.persons import has_employer, is_dependant, is_self_employed

TITLE = text(fr="Ménages", en="Households")

is_separating_before_judge = named(
    text(fr="en instance de séparation devant le juge", en="separating before the judge"),
    (Household.marital_status == MaritalStatus.SEPARATING) & (Household.separation == Separation.JUDICIAL),
)

is_couple = named(
    text(fr="demandeur en couple", en="applicant living as a couple"),
    Household.marital_status.one_of(MaritalStatus.MARRIED, MaritalStatus.CIVIL_PARTNERSHIP, MaritalStatus.COHABITING),
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
