"""What the end of the works sets running: guarantees, conformity, property tax."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from domain.calendar import Period, days, months, shift, years
from domain.days_off import working_day_from
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation, derived
from rules.sources.acceptance import ACCEPTANCE, EQUIPMENT_GUARANTEE, GUARANTEE_START, TEN_YEAR_GUARANTEE
from rules.sources.planning import COMPLETION_DECLARATION, PROPERTY_TAX_DECLARATION
from rules.sources.sites import AS_BUILT_DOCUMENTS
from rules.sources.taxes import (
    PROPERTY_TAX_ENVIRONMENT,
    PROPERTY_TAX_EXEMPTION,
    PROPERTY_TAX_EXTENSION,
    SELF_SUPPLY_TAX,
    VAT_RETURN,
    WORKS_SELF_SUPPLY_TAX,
)
from rules.vocabulary.off_plan import is_complete_by_notice_alone
from rules.vocabulary.operations import changes_the_tax_base, is_building_work, is_state_funded_supply, provides_dwellings
from rules.vocabulary.self_supplies import supplies_a_new_building_to_itself, supplies_works_to_itself

NOT_MOVED = text(
    fr="Aucun texte trouvé ne reporte ce dernier jour, même un samedi, un dimanche ou un jour férié.",
    en="No text that was found moves this last day, not even from a Saturday, a Sunday or a public holiday.",
)
COMPLETION_RETAINED = text(
    fr="Sous le CCAG Travaux, compter du jour d’achèvement que retient la décision de réception, s’il est plus tôt.",
    en="Under the CCAG Travaux, count from the day of completion that the decision of acceptance retains, if earlier.",
)

TITLE = text(fr="Dates qui suivent la fin des travaux", en="Dates that follow the end of the works")

completion_guarantee_end = derived(
    Operation.accepted_on + years(1),
    of=Operation,
    when=is_building_work,
    title=text(fr="Fin de la garantie de parfait achèvement", en="End of the one-year defects guarantee"),
    source=ACCEPTANCE,
)


@calculation(
    of=Operation,
    when=is_building_work,
    title=text(fr="Fin de la garantie de parfait achèvement, au plus tôt", en="End of the one-year defects guarantee, at the earliest"),
    source=(ACCEPTANCE, GUARANTEE_START),
    confidence=Confidence.DERIVED,
    note=text(
        fr="Un an de la réception ou, si la décision de réception retient un achèvement plus tôt et que le marché suit le CCAG Travaux, de "
        "cet achèvement ; ici, celui du dossier, par prudence.",
        en="A year of the acceptance or, where its decision retains an earlier completion and the contract follows the CCAG Travaux, of "
        "that completion; here, to be safe, that of the file.",
    ),
)
def earliest_guarantee_end(accepted_on: date | None, completed_on: date | None) -> date | None:
    """Return a year from the acceptance, or from the completion where that is earlier; none before the acceptance."""
    return None if accepted_on is None else shift(min(accepted_on, completed_on or accepted_on), years(1))


@calculation(
    of=Operation,
    when=is_building_work,
    title=text(fr="Remise du dossier des ouvrages exécutés, au plus tard", en="As-built documents, at the latest"),
    source=AS_BUILT_DOCUMENTS,
    confidence=Confidence.FROM_MEMORY,
)
def as_built_documents_day(accepted_on: date | None, acceptance_notified_on: date | None) -> date | None:
    """Count a month from the notification of the acceptance, or else from it, to a working day; none before it."""
    counted_from = acceptance_notified_on or accepted_on
    return None if counted_from is None else working_day_from(shift(counted_from, months(1)))


@calculation(
    of=Operation,
    when=changes_the_tax_base,
    doubt=is_complete_by_notice_alone,
    title=text(
        fr="Date limite de déclaration de l’achèvement à l’administration fiscale",
        en="Last day to declare the completion to the tax office",
    ),
    source=PROPERTY_TAX_DECLARATION,
)
def property_tax_declaration_limit(completed_on: date | None, completion_notified_on: date | None) -> date | None:
    """Count ninety days from the completion, until it is established from the seller's notice; none before them."""
    counted_from = completed_on or completion_notified_on
    return None if counted_from is None else shift(counted_from, days(90))


@calculation(
    of=Operation,
    when=supplies_a_new_building_to_itself,
    title=text(fr="Dernier jour pour liquider la TVA de la livraison à soi-même", en="Last day to settle the VAT of the self-supply"),
    source=SELF_SUPPLY_TAX,
)
def self_supply_tax_limit(completed_on: date | None) -> date | None:
    """Return the last day of the sixth month after that of completion; none before it."""
    return None if completed_on is None else shift(completed_on.replace(day=1), Period(months=7, days=-1))


@calculation(
    of=Operation,
    when=supplies_works_to_itself,
    title=text(
        fr="Dernier jour pour déclarer la TVA de la livraison à soi-même des travaux",
        en="Last day to declare the VAT of the self-supply of the works",
    ),
    source=(WORKS_SELF_SUPPLY_TAX, VAT_RETURN),
    confidence=Confidence.FROM_MEMORY,
)
def works_self_supply_limit(completed_on: date | None, vat_return_days: int) -> date | None:
    """Return the last day to file the return of the month of completion, in the next month, moved to a working day; none before it."""
    in_the_next = Period(months=1, days=vat_return_days - 1)
    return None if completed_on is None else working_day_from(shift(completed_on.replace(day=1), in_the_next))


ten_year_guarantee_end = derived(
    Operation.accepted_on + years(10),
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Fin de la garantie décennale", en="End of the ten-year guarantee"),
    source=TEN_YEAR_GUARANTEE,
    note=COMPLETION_RETAINED,
)

equipment_guarantee_end = derived(
    Operation.accepted_on + years(2),
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Fin de la garantie de bon fonctionnement des équipements", en="End of the guarantee of the equipment"),
    source=EQUIPMENT_GUARANTEE,
    note=COMPLETION_RETAINED,
)


@calculation(
    of=Operation,
    when=is_building_work,
    title=text(fr="Fin du délai de contestation de la conformité", en="End of the period for contesting conformity"),
    source=COMPLETION_DECLARATION,
)
def conformity_contest_end(
    completion_declared_on: date | None, conformity_inspection_mandatory: bool, conformity_contest_months: Mapping[str, Decimal]
) -> date | None:
    """Count the months from the declaration of completion, more where an inspection is mandatory; none before it."""
    if completion_declared_on is None:
        return None
    case = "INSPECTION_MANDATORY" if conformity_inspection_mandatory else "ORDINARY"
    return shift(completion_declared_on, months(int(conformity_contest_months[case])))


@calculation(
    of=Operation,
    when=is_state_funded_supply,
    title=text(
        fr="Durée de l’exonération de taxe foncière, si ses conditions sont réunies",
        en="Years of property tax exemption, if its conditions are met",
    ),
    unit="year",
    source=(PROPERTY_TAX_EXEMPTION, PROPERTY_TAX_EXTENSION, PROPERTY_TAX_ENVIRONMENT),
    law_date=Operation.funding_decided_on,
    note=text(
        fr="Dans le neuf (1384 A) : logements conventionnés, financés à plus de 50 % par des prêts réglementés ; en PLUS et PLAI s’y "
        "ajoutent les subventions de l’État, de l’ANRU et des collectivités, et les prêts ou subventions de la PEEC (I, lu dans une "
        "version d’avant septembre 2019 : à vérifier). La doctrine de 2012 exigeait aussi la TVA à taux réduit, celle du 8 juin 2022 "
        "(BOI-IF-TFB-10-90-10) ne la cite plus : à vérifier. 25 ans pour une décision du 1er juillet 2004 au 31 décembre 2026, ou 30 "
        "dans le neuf si quatre des cinq critères de qualité environnementale sont certifiés (I bis et I ter) : à prévoir avant le "
        "démarrage. 15 ans pour une décision antérieure. Le Sénat avait voté un report à 2028 ; la loi adoptée, n° 2026-103, n’a pas "
        "été lue : à vérifier pour une décision de 2027 ou plus tard. Le texte date par la décision d’octroi de la subvention ou du "
        "prêt aidé, non par le contrat de prêt : c’est, par déduction, la décision favorable (agrément), même si le prêt est signé plus "
        "tard.",
        en="For new dwellings (1384 A): under an APL agreement, more than 50% funded by regulated loans; for PLUS and PLAI the subsidies "
        "of the State, ANRU and local authorities and the employers’ loans or subsidies (PEEC) count with them (I, read in a version of "
        "before September 2019: to be verified). The guidance of 2012 required the reduced rate of VAT too, that of 8 June 2022 "
        "(BOI-IF-TFB-10-90-10) no longer names it: to be verified. 25 years where decided from 1 July 2004 to 31 December 2026, or 30 for "
        "new dwellings certified to meet four of the five criteria of environmental quality (I bis and I ter): to be arranged before the "
        "works start. 15 for an earlier decision. The Senate had voted 2028; the law as passed, no 2026-103, was not read: to be verified "
        "for a decision of 2027 or later. The text goes by the decision that grants the subsidy or the aided loan, not by the loan "
        "contract: that is, as deduced, the favourable decision (agrément), even where the loan is signed later.",
    ),
)
def property_tax_exemption_duration(property_tax_exemption_years: int) -> int:
    """Return the years in force on the day of the funding decision."""
    return property_tax_exemption_years


@calculation(
    of=Operation,
    when=is_state_funded_supply,
    title=text(fr="Dernière année d’exonération de taxe foncière", en="Last year of the property tax exemption"),
    unit="calendar year",
    source=PROPERTY_TAX_EXEMPTION,
)
def property_tax_exemption_end(completed_on: date | None, property_tax_exemption_duration: int) -> int | None:
    """Count the years from the one after the completion; none before it."""
    return None if completed_on is None else completed_on.year + property_tax_exemption_duration
