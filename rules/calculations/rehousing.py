"""Rehousing before a demolition: how far it has come, and when a household loses its right to stay."""

from datetime import date
from decimal import Decimal

from domain.calendar import months, shift
from domain.conditions import count, happened, values
from domain.operations import Operation, Rehousing
from domain.text import text
from rules.engine.declare import Confidence, calculation, derived
from rules.sources.demolitions import DEMOLITION_CIRCULAR, REHOUSING_OFFERS
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.demolitions import (
    counts_offers_made_before_authorisation,
    has_been_made_three_offers,
    has_third_offer,
    is_still_there,
    is_vacated,
    keeps_the_right_to_stay,
    may_lose_the_right_to_stay,
)
from rules.vocabulary.operations import is_demolition

TITLE = text(fr="Relogement", en="Rehousing")

occupation_right_end = derived(
    Rehousing.third_offer_on + months(6),
    of=Rehousing,
    when=is_still_there,
    doubt=counts_offers_made_before_authorisation,
    title=text(fr="Fin des six mois qui suivent la troisième offre", en="End of the six months after the third offer"),
    source=REHOUSING_OFFERS,
    note=text(
        fr="Le droit au maintien n’est perdu qu’alors, si le ménage a refusé les trois offres, conformes à l’article 13 bis de la loi du "
        "1er septembre 1948, et jamais avant l’autorisation du préfet ou une convention ANRU signée.",
        en="Only then is the right to stay lost, if the household refused the three offers, made as article 13 bis of the act of "
        "1 September 1948 wants them, and never before the authorisation of the prefect or a signed ANRU agreement.",
    ),
)


@calculation(
    of=Rehousing,
    when=has_been_made_three_offers,
    title=text(
        fr="Refus des trois offres, sans lequel aucun droit n’est perdu", en="Refusal of the three offers, without which no right is lost"
    ),
    source=REHOUSING_OFFERS,
)
def three_offers_refusal(three_offers_refused: bool) -> bool:
    """Return what was said, once the third offer was made: it counts from then."""
    return three_offers_refused


@calculation(
    of=Rehousing,
    when=may_lose_the_right_to_stay,
    doubt=counts_offers_made_before_authorisation,
    title=text(fr="Perte du droit au maintien dans les lieux, au plus tôt", en="Loss of the right to stay, at the earliest"),
    source=REHOUSING_OFFERS,
    note=text(
        fr="Six mois après la notification de la troisième offre, ou le jour de ce qui autorise la démolition s’il vient après. Trois "
        "offres ne sont pas exigées du bailleur qui démontre qu’un logement conforme a été spécialement conçu pour reloger ce locataire "
        "(L353-15).",
        en="Six months after the notification of the third offer, or the day of what authorises the demolition where that is later. Three "
        "offers are not required of a landlord who shows that a dwelling that meets the law was specially designed to rehouse that tenant "
        "(L353-15).",
    ),
)
def right_to_stay_loss(
    third_offer_on: date | None, prefect_authorised_on: date | None, anru_agreement_signed_on: date | None
) -> date | None:
    """Return the end of the six months, or the first day on which the demolition was authorised where that is later."""
    authorised = min(each for each in (prefect_authorised_on, anru_agreement_signed_on) if each is not None)
    return None if third_offer_on is None else max(shift(third_offer_on, months(6)), authorised)


rights_to_stay_end = derived(
    values(Operation.rehousings, right_to_stay_loss, may_lose_the_right_to_stay & has_third_offer),
    of=Operation,
    when=is_demolition,
    title=text(
        fr="Pertes du droit au maintien, ménages encore là après leur troisième offre",
        en="Losses of the right to stay, households still there after their third offer",
    ),
    source=REHOUSING_OFFERS,
)

households_without_an_end = derived(
    count(Operation.rehousings, keeps_the_right_to_stay),
    of=Operation,
    when=is_demolition,
    title=text(
        fr="Ménages encore là dont le droit au maintien n’a pas encore de fin",
        en="Households still there whose right to stay has no end yet",
    ),
    unit="household",
    source=REHOUSING_OFFERS,
    note=text(
        fr="Faute de troisième offre, de refus, ou de ce qui autorise la démolition : le préfet, ou une convention ANRU signée.",
        en="For want of a third offer, of a refusal, or of what authorises the demolition: the prefect, or a signed ANRU agreement.",
    ),
)


@calculation(
    of=Rehousing,
    when=is_still_there,
    doubt=counts_offers_made_before_authorisation,
    title=text(fr="Offres de relogement restant à notifier", en="Rehousing offers still to be notified"),
    unit="offer",
    source=REHOUSING_OFFERS,
)
def offers_left(offers_notified: int, rehousing_offers_due: int) -> int:
    """Return how many of the offers that are due were not notified yet."""
    return max(rehousing_offers_due - offers_notified, 0)


@calculation(
    of=Operation,
    when=is_demolition,
    title=text(fr="Repère de libération complète du bâtiment", en="Date for the vacated building"),
    confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
    note=text(
        fr="Trois mois avant le démarrage prévu, ou le jour où le dernier ménage perd son droit au maintien s’il vient après. Aucun repère "
        "tant que le droit au maintien d’un ménage encore là n’a pas de fin.",
        en="Three months before the planned start, or the day on which the last household loses its right to stay where that is later. No "
        "date as long as the right to stay of a household that is still there has no end.",
    ),
)
def empty_building_mark(works_start: date, rights_to_stay_end: tuple[date | None, ...], households_without_an_end: int) -> date | None:
    """Return the later of the two; none where a household has no such day yet."""
    ends = [each for each in rights_to_stay_end if each is not None]
    return None if households_without_an_end else max([shift(works_start, -months(3)), *ends])


@calculation(
    of=Operation,
    when=is_vacated,
    title=text(fr="Repère de coupure des réseaux", en="Date for the networks to be cut off"),
    confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
    note=text(
        fr="Un mois avant le démarrage prévu, ou le jour où la libération est constatée s’il vient après : pas avant elle.",
        en="A month before the planned start, or the day on which the building is recorded as vacated where that is later: not before it.",
    ),
)
def utilities_mark(works_start: date, building_empty_recorded_on: date | None) -> date | None:
    """Return the later of the two; none as long as somebody may live there."""
    return None if building_empty_recorded_on is None else max(shift(works_start, -months(1)), building_empty_recorded_on)


households_to_rehouse = derived(
    count(Operation.rehousings),
    of=Operation,
    when=is_demolition,
    title=text(fr="Ménages concernés par le relogement", en="Households that the rehousing concerns"),
    unit="household",
    source=DEMOLITION_CIRCULAR,
)

# Only departures are known: where a household went, and who rehoused it, no fact says.
households_rehoused = derived(
    count(Operation.rehousings, happened(Rehousing.left_on)),
    of=Operation,
    when=is_demolition,
    title=text(fr="Ménages partis", en="Households that have left"),
    unit="household",
    source=DEMOLITION_CIRCULAR,
)


@calculation(
    of=Operation,
    when=is_demolition,
    title=text(fr="Part des ménages partis", en="Share of households that have left"),
    unit="%",
    source=DEMOLITION_CIRCULAR,
    note=text(
        fr="Les départs, pour quelque raison que ce soit : le dossier ne dit pas si le bailleur a relogé le ménage.",
        en="Departures, for whatever reason: the file does not say whether the landlord rehoused the household.",
    ),
)
def rehousing_progress(households_rehoused: int, households_to_rehouse: int) -> Decimal | None:
    """Return the share of households that have left; none where there is nobody to rehouse."""
    return Decimal(100 * households_rehoused) / households_to_rehouse if households_to_rehouse else None
