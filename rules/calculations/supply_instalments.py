"""What was paid of a PLUS or PLAI subsidy, what is left, and how much of that in instalments (arrêté of 5 May 2017, article 5)."""

from decimal import Decimal

from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation
from rules.headlines import Headline
from rules.sources.funding import NEW_SUPPLY_INSTALMENTS
from rules.vocabulary.subsidies import instalment_waits_for_agreement, may_ask_the_next_instalment, supply_is_being_paid

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
    when=may_ask_the_next_instalment,
    title=text(fr="Acompte PLUS ou PLAI à la portée des travaux faits", en="PLUS or PLAI instalment within reach of the works done"),
    unit="EUR",
    source=NEW_SUPPLY_INSTALMENTS,
    confidence=Confidence.DERIVED,
    note=text(
        fr="L’acompte suit les dépenses faites, à justifier. L’avancement des travaux en tient lieu ici : c’est un ordre de grandeur.",
        en="The instalment follows what was spent, on proof. The progress of the works stands for it here: a rough amount.",
    ),
)
def supply_instalment_in_reach(
    subsidy_amount: Decimal, works_progress: Decimal, supply_instalments_cap: Decimal, supply_paid: Decimal
) -> Decimal:
    """Return the share of the subsidy that the works have reached, within the cap, less what was paid."""
    return max(Decimal(0), min(subsidy_amount * works_progress / 100, supply_instalments_cap) - supply_paid)


@calculation(
    of=Operation,
    when=instalment_waits_for_agreement,
    title=text(fr="Acompte PLUS ou PLAI qui attend la convention APL", en="PLUS or PLAI instalment that waits for the APL agreement"),
    headline=Headline.INSTALMENT.label,
    unit="EUR",
    source=NEW_SUPPLY_INSTALMENTS,
    confidence=Confidence.DERIVED,
)
def supply_instalment_awaiting_agreement(supply_instalment_in_reach: Decimal) -> Decimal:
    """Return what the works have reached: its payment may be refused until the agreement is signed."""
    return supply_instalment_in_reach


@calculation(
    of=Operation,
    when=supply_is_being_paid,
    title=text(
        fr="Acomptes PLUS et PLAI encore possibles avant la clôture", en="PLUS and PLAI instalments still possible before the closure"
    ),
    unit="EUR",
    source=NEW_SUPPLY_INSTALMENTS,
    confidence=Confidence.DERIVED,
    note=text(
        fr="Le plus qui puisse venir avant la clôture, à mesure des dépenses justifiées ; le reste attend la clôture.",
        en="The most that may come before the closure, as expenses are proved; the rest waits for the closure.",
    ),
)
def supply_instalments_left(supply_instalments_cap: Decimal, supply_paid: Decimal) -> Decimal:
    """Return what may still be paid below the cap; nothing once it is reached."""
    return max(Decimal(0), supply_instalments_cap - supply_paid)
