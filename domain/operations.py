"""
A building operation of a social landlord: what is built, renewed or pulled down, and when.

Its facts stand in modules by theme: feasibility, funding, costs, permits, works, completion, demolition, reconstitution,
letting, rents, stock. What tells one operation from another, its buildings and its rehousings stand here.

A planned day is a fact like any other: unknown until somebody says it. A milestone is a day on which something happened:
empty means that it has not.

Form steps: 1 what it is, 2 site and buildings, 3 funding, 4 permits, 5 works, 6 demolition and rehousing, 7 convention and
letting, 8 figures of the landlord.
"""

from datetime import date
from functools import reduce
from operator import or_
from typing import ClassVar

from domain.buildings import Building, Dwelling
from domain.completion import Completion
from domain.conditions import count, happened, total
from domain.costs import Costs
from domain.demolition import Demolition
from domain.expressions import Condition
from domain.facts import Fact, fact, milestone
from domain.feasibility import Feasibility
from domain.funding import Funding, FundingProduct
from domain.letting import Letting
from domain.operation_choices import LandTitle, OperationKind, OperationPhase, PlanningPermission, TargetPublic
from domain.orders import too_early, too_many
from domain.permits import Permits
from domain.procedures import PROCEDURES
from domain.reconstitution import Reconstitution
from domain.rents import Rents
from domain.stock import Stock
from domain.subjects import Contradiction, Parts, Subject, parts
from domain.text import text
from domain.works import Works


class Rehousing(Subject, title=text(fr="Relogement", en="Rehousing")):
    """The rehousing of one household that the operation obliges to leave."""

    offers_notified: Fact[int] = fact(
        fr="Offres de relogement notifiées", en="Rehousing offers notified", unit="offer", personal=True, step=6, minimum=0
    )
    third_offer_on: Fact[date | None] = milestone(fr="Notification de la troisième offre", en="Third offer notified", personal=True, step=6)
    three_offers_refused: Fact[bool] = fact(
        fr="Trois offres conformes refusées",
        en="Three offers that met the law refused",
        personal=True,
        step=6,
        hint=text(
            fr="Conformes : celles qui respectent l’article 13 bis de la loi du 1er septembre 1948.",
            en="Those that meet article 13 bis of the act of 1 September 1948.",
        ),
    )
    offers_confirmed_on: Fact[date | None] = milestone(
        fr="Offres faites avant l’autorisation, confirmées par le service juridique",
        en="Offers made before the authorisation, confirmed by the legal service",
        personal=True,
        step=6,
    )
    eviction_started_on: Fact[date | None] = milestone(
        fr="Expulsion engagée (assignation)", en="Eviction started (summons)", personal=True, step=6
    )
    left_on: Fact[date | None] = milestone(fr="Départ du ménage", en="Household left", personal=True, step=6)

    contradictions = (
        Contradiction(
            (three_offers_refused | happened(third_offer_on)) & (offers_notified < 3),
            code="FEWER_THAN_THREE_OFFERS",
            message=text(
                fr="Trois offres refusées, ou la troisième notifiée, mais moins de trois en tout : corriger leur nombre ou le reste.",
                en="Three offers refused, or the third notified, but fewer than three in all: correct their number or the rest.",
            ),
        ),
    )


class Operation(
    Feasibility,
    Funding,
    Costs,
    Permits,
    Works,
    Completion,
    Demolition,
    Reconstitution,
    Letting,
    Rents,
    Stock,
    Subject,
    title=text(fr="Opération", en="Operation"),
):
    """A building operation."""

    steps = (
        text(fr="L’opération", en="The operation"),
        text(fr="Terrain et bâtiments", en="Site and buildings"),
        text(fr="Financement", en="Funding"),
        text(fr="Autorisations", en="Permits"),
        text(fr="Travaux", en="Works"),
        text(fr="Démolition et relogement", en="Demolition and rehousing"),
        text(fr="Convention et mise en location", en="APL agreement and letting"),
        text(fr="Chiffres du bailleur", en="Figures of the landlord"),
    )

    kind: Fact[OperationKind] = fact(fr="Nature de l’opération", en="Kind of operation")
    phases: Fact[frozenset[OperationPhase]] = fact(fr="Phases engagées", en="Phases begun")
    commune: Fact[str] = fact(
        fr="Commune (code INSEE)",
        en="Commune (INSEE code)",
        hint=text(fr="Cinq caractères, par exemple 35238 pour Rennes.", en="Five characters, such as 35238 for Rennes."),
    )
    works_start: Fact[date] = fact(
        fr="Démarrage prévu des travaux",
        en="Planned start of works",
        minimum=date(1900, 1, 1),
        hint=text(
            fr="La date prévue ; le démarrage effectif se donne à l’étape des travaux.",
            en="The planned day; the actual start is given in the step on works.",
        ),
    )
    works_end: Fact[date] = fact(fr="Fin prévue des travaux", en="Planned end of works", minimum=date(1900, 1, 1))
    thermal_regulation: Fact[bool] = fact(
        fr="Soumise à la réglementation thermique ou environnementale", en="Subject to the thermal or environmental regulation"
    )
    includes_demolition: Fact[bool] = fact(fr="Comprend une démolition", en="Includes a demolition")
    target_public: Fact[TargetPublic] = fact(fr="Public accueilli", en="Persons it is meant for")

    buildings_complete: Fact[bool] = fact(
        fr="Tous les bâtiments sont indiqués",
        en="All buildings are listed",
        step=2,
        hint=text(
            fr="Décrire chaque bâtiment et chacun de ses logements ; répondre oui quand il n’en manque aucun.",
            en="Describe each building and each of its dwellings; answer yes once none is left out.",
        ),
    )
    buildings: Parts[Building] = parts(fr="Bâtiments", en="Buildings", complete=buildings_complete)
    land_title: Fact[LandTitle] = fact(fr="Maîtrise foncière", en="Title to the land", step=2)

    rehousings_complete: Fact[bool] = fact(fr="Tous les relogements sont indiqués", en="All rehousings are listed", step=6)
    rehousings: Parts[Rehousing] = parts(fr="Relogements", en="Rehousings", complete=rehousings_complete)

    contradictions: ClassVar[tuple[Contradiction, ...]] = (
        too_early(
            works_end,
            before=works_start,
            code="WORKS_END_BEFORE_START",
            fr="Les travaux finissent avant d’avoir commencé",
            en="The works end before they start",
        ),
        *PROCEDURES,
        too_many(
            Funding.reserved_dwellings,
            of=total(buildings, count(Building.dwellings)),
            code="MORE_RESERVED_THAN_DWELLINGS",
            fr="Plus de logements réservés que de logements dans les bâtiments de l’opération",
            en="More dwellings are reserved than the buildings of the operation have",
        ),
        Contradiction(
            (kind != OperationKind.DEMOLITION) & ~includes_demolition & (Permits.permission == PlanningPermission.DEMOLITION_PERMIT),
            code="DEMOLITION_PERMIT_WITHOUT_DEMOLITION",
            message=text(
                fr="Un permis de démolir, mais rien n’est démoli : corriger l’autorisation, ou indiquer la démolition comprise.",
                en="A demolition permit, but nothing comes down: correct the permission, or say that a demolition is included.",
            ),
        ),
    )


# Of new dwellings alone: a building that is renovated may keep the agreement of those who once funded it. A dwelling is held against
# its operation, which is declared after it: so both contradictions stand here.
def _is_funded_otherwise(product: Fact[FundingProduct]) -> Condition:
    """Say that *product* is none of those that fund the new dwellings of an operation."""
    products = [each for each in FundingProduct if each is not FundingProduct.NONE]
    kinds = (OperationKind.CONSTRUCTION, OperationKind.OFF_PLAN_PURCHASE, OperationKind.ACQUISITION_IMPROVEMENT)
    others = ((product == each) & ~Operation.funding_products.includes(each) for each in products)
    funded = Operation.kind.one_of(*kinds) & Operation.funding_products.includes(*products)
    return funded & reduce(or_, others, product == FundingProduct.NONE)


Operation.contradictions += (
    Contradiction(
        _is_funded_otherwise(Operation.convention_product),
        code="CONVENTION_FUNDED_OTHERWISE",
        message=text(
            fr="Le financement de la convention n’est aucun de ceux de l’opération : corriger l’un ou les autres.",
            en="The APL agreement has a funding product that the operation has not: correct one of them.",
        ),
    ),
)
Dwelling.contradictions = (
    Contradiction(
        _is_funded_otherwise(Dwelling.product),
        code="DWELLING_FUNDED_OTHERWISE",
        message=text(
            fr="Le financement du logement n’est aucun de ceux de l’opération : corriger l’un ou les autres.",
            en="The dwelling has a funding product that the operation has not: correct one of them.",
        ),
    ),
)
