"""What the law calls the situation of a household."""

from domain.conditions import named
from domain.households import CurrentHousing, Household, MaritalStatus, Separation
from domain.text import text

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
