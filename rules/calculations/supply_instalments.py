"""What was paid of a PLUS or PLAI subsidy, what is left, and how much of that in instalments (arrêté of 5 May 2017, article 5)."""

from decimal import Decimal

from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation
from rules.sources.funding import NEW_SUPPLY_INSTALMENTS
from rules.vocabulary.subsidies import supply_is_being_paid

TITLE = text(fr="Acomptes des subventions PLUS et PLAI", en="Instalments of PLUS and PLAI subsidies")


@calculation(
    of=Operation,
    when=supply_is_being_paid,
    title=text(fr="Subvention PLUS ou PLAI déjà versée", en="PLUS or PLAI subsidy already paid"),
    unit="EUR",
    source=NEW_SUPPLY_INSTALMENTS,
    confidence=Confidence.DERIVED,
)
def supply_paid(subsidy_amount: Decimal, instalments_paid: Decimal) -> Decimal:
    """Return what the instalments paid so far come to, from their share in percent."""
    return subsidy_amount * instalments_paid / 100


@calculation(
    of=Operation,
    when=supply_is_being_paid,
    title=text(fr="Subvention PLUS ou PLAI restant à verser", en="PLUS or PLAI subsidy left to pay"),
    unit="EUR",
    source=NEW_SUPPLY_INSTALMENTS,
    confidence=Confidence.DERIVED,
)
def supply_left_to_pay(subsidy_amount: Decimal, supply_paid: Decimal) -> Decimal:
    """Return what is left of the subsidy that was decided."""
    return subsidy_amount - supply_paid


@calculation(
    of=Operation,
    when=supply_is_being_paid,
    title=text(fr="Plafond des acomptes PLUS et PLAI", en="Cap of the PLUS and PLAI instalments"),
    unit="EUR",
    source=NEW_SUPPLY_INSTALMENTS,
)
def supply_instalments_cap(subsidy_amount: Decimal, supply_instalments_ceiling: Decimal) -> Decimal:
    """Return the share of the subsidy that may be paid before the balance, from its percentage."""
    return subsidy_amount * supply_instalments_ceiling / 100


@calculation(
    of=Operation,
    when=supply_is_being_paid,
    title=text(fr="Acomptes PLUS et PLAI encore possibles", en="PLUS and PLAI instalments still possible"),
    unit="EUR",
    source=NEW_SUPPLY_INSTALMENTS,
    confidence=Confidence.DERIVED,
    note=text(
        fr="Au prorata des dépenses justifiées ; le reste attend la clôture.",
        en="In proportion to the expenses that are proved; the rest waits for the closure.",
    ),
)
def supply_instalments_left(supply_instalments_cap: Decimal, supply_paid: Decimal) -> Decimal:
    """Return what may still be paid below the cap; nothing once it is reached."""
    return max(Decimal(0), supply_instalments_cap - supply_paid)
