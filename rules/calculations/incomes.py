"""The income that is held against the ceilings: year N-2, or a more recent one when it has dropped (arrêté of 29 July 1987)."""

from decimal import Decimal

from domain.conditions import any_of, calendar_year, named, present, total
from domain.households import Household
from domain.persons import Person, TaxSituation
from domain.text import text
from rules.engine.declare import calculation, derived
from rules.engine.figures import figure
from rules.headlines import Headline
from rules.sources.incomes import CEILING_CONDITIONS, COUNTED_INCOME, TAX_HOUSEHOLD
from rules.sources.requests import SERVICE_PUBLIC_REQUEST
from rules.vocabulary.households import has_notices_apart, is_spouse_taken_for_on_joint_notice
from rules.vocabulary.persons import is_counted_on_anothers_notice

TITLE = text(fr="Revenus retenus", en="Income taken into account")

reference_year = derived(
    calendar_year(back=2),
    of=Household,
    title=text(fr="Année de référence des ressources (N-2)", en="Reference year of the income (the year before last)"),
    unit="calendar year",
    source=(CEILING_CONDITIONS, SERVICE_PUBLIC_REQUEST),
    note=text(
        fr="Elle change chaque 1er janvier : un nouvel avis d’imposition est alors à fournir, une baisse de ressources se mesure à "
        "nouveau, et les plafonds sont révisés.",
        en="It changes each 1 January: another tax notice is to be supplied then, a drop in income is measured anew, and the ceilings "
        "are revised.",
    ),
)

has_income_from_abroad = named(
    text(fr="revenus attestés à l’étranger, ajoutés tels quels", en="income certified abroad, added as it is"),
    any_of(
        Household.persons,
        Person.tax_situation.one_of(TaxSituation.ABROAD, TaxSituation.FRANCE_AND_ABROAD) & present(Person.reference_tax_income),
    ),
    note=text(
        fr="Le montant attesté à l’étranger compte en entier, sans l’abattement que fait un avis français : aucun texte trouvé ne le "
        "prévoit. Un abattement ne ferait que réduire les ressources retenues ; si elles sont déjà sous le plafond PLAI, les produits "
        "accessibles restent les mêmes.",
        en="The amount certified abroad counts in full, without the deduction that a French notice makes: no text that was found provides "
        "for it. A deduction would only lower the income taken into account; where that is below the PLAI ceiling already, the loan "
        "categories open to the household stay the same.",
    ),
)

reference_income_n2 = derived(
    total(Household.persons, Person.reference_tax_income, ~is_counted_on_anothers_notice),
    of=Household,
    title=text(fr="Ressources de référence de l’année N-2", en="Reference income of the year before last"),
    unit="EUR/year",
    doubt=(has_income_from_abroad, is_spouse_taken_for_on_joint_notice, has_notices_apart),
    source=(COUNTED_INCOME, CEILING_CONDITIONS, TAX_HOUSEHOLD),
)


@calculation(
    of=Household,
    title=text(fr="Baisse de ressources", en="Drop in income"),
    unit="ratio",
    source=COUNTED_INCOME,
)
def income_drop(reference_income_n2: Decimal, recent_income: Decimal | None) -> Decimal | None:
    """Return the drop as a share of the income of year N-2; none where no drop is claimed or there was no income."""
    if recent_income is None or not reference_income_n2:
        return None
    return (reference_income_n2 - recent_income) / reference_income_n2


is_drop_counted = named(
    text(
        fr="baisse de ressources prouvée, et comptée après les déductions de l’avis d’imposition",
        en="drop in income proved, and counted after the deductions of the tax notice",
    ),
    income_drop >= figure("income_drop_threshold", Decimal),
    note=text(
        fr="Une baisse n’est retenue que sur justificatif, et en revenus imposables ; sans lui, les ressources sont celles de l’année "
        "N-2. Le revenu fiscal de référence est un montant après déductions (pour un salaire, 10 % : de mémoire) : vérifier que les "
        "ressources récentes sont comptées de même, sans la pension reçue pour un enfant en garde alternée dont la charge est partagée, "
        "qui n’est pas imposable (CGI, art. 80 septies, de mémoire). Dès le 1er janvier prochain, une baisse se mesure sur les ressources "
        "de N-1 : celle-ci peut alors ne plus être retenue.",
        en="A drop counts only where it is proved, and in taxable income; else the income is that of the year before last. The reference "
        "tax income is an amount after deductions (of a salary, 10%: from memory): verify that the recent income is counted alike, "
        "without maintenance received for a child in alternating custody whose charge is shared, which is not taxable (CGI, art. 80 "
        "septies, from memory). From next 1 January on, a drop is measured on the income of last year: this one may then no longer count.",
    ),
)


@calculation(
    of=Household,
    title=text(fr="Ressources retenues", en="Income taken into account"),
    headline=Headline.INCOME.label,
    unit="EUR/year",
    doubt=is_drop_counted,
    source=COUNTED_INCOME,
)
def reference_income(
    reference_income_n2: Decimal, recent_income: Decimal | None, income_drop: Decimal | None, income_drop_threshold: Decimal
) -> Decimal:
    """Return the recent income where it has dropped by the threshold or more, else that of year N-2."""
    if recent_income is not None and income_drop is not None and income_drop >= income_drop_threshold:
        return recent_income
    return reference_income_n2
