"""What the law calls the situation of a household."""

from domain.conditions import named
from domain.households import Household, MaritalStatus, Separation
from domain.text import text

TITLE = text(fr="Ménages", en="Households")

is_separating_before_judge = named(
    text(fr="en instance de séparation devant le juge", en="separating before the judge"),
    (Household.marital_status == MaritalStatus.SEPARATING) & (Household.separation == Separation.JUDICIAL),
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
