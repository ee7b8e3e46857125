"""Rehousing before a demolition: how far it has come, and when a household loses its right to stay."""

from datetime import date
from decimal import Decimal

from domain.calendar import months, shift
from domain.conditions import count, happened, named, present, values
from domain.operations import Operation, Rehousing
from domain.text import text
from rules.engine.declare import Confidence, calculation, derived
from rules.sources.demolitions import DEMOLITION_CIRCULAR, REHOUSING_OFFERS
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.demolitions import is_vacated, may_end_the_right_to_stay
from rules.vocabulary.operations import is_demolition

TITLE = text(fr="Relogement", en="Rehousing")

is_still_there = named(
    text(fr="ménage encore là avant une démolition", en="household still there before a demolition"),
    is_demolition & ~happened(Rehousing.left_on),
)

occupation_right_end = derived(
    Rehousing.third_offer_on + months(6),
    of=Rehousing,
    when=is_still_there,
    title=text(fr="Fin des six mois qui suivent la troisième offre", en="End of the six months after the third offer"),
    source=REHOUSING_OFFERS,
    note=text(
        fr="Le droit au maintien n’est perdu qu’alors, et jamais avant l’autorisation du préfet ou une convention ANRU signée.",
        en="Only then is the right to stay lost, and never before the authorisation of the prefect or a signed ANRU agreement.",
    ),
)

may_lose_the_right_to_stay = named(
    text(
        fr="ménage encore là, démolition autorisée par le préfet ou nommée par une convention ANRU signée",
        en="household still there, demolition authorised by the prefect or named in a signed ANRU agreement",
    ),
    is_still_there & may_end_the_right_to_stay,
)

right_to_stay_loss = derived(
    Rehousing.third_offer_on + months(6),
    of=Rehousing,
    when=may_lose_the_right_to_stay,
    title=text(fr="Perte du droit au maintien dans les lieux, au plus tôt", en="Loss of the right to stay, at the earliest"),
    source=REHOUSING_OFFERS,
    note=text(
        fr="Le texte compte six mois de la notification de la troisième offre, non de l’autorisation ; il ne dit pas si des offres faites "
        "avant elle comptent : à vérifier. Ce droit n’est perdu que si le ménage a refusé trois offres conformes, et si le préfet a "
        "autorisé la démolition ou qu’une convention ANRU signée la nomme. Trois offres ne sont pas exigées du bailleur qui démontre "
        "qu’un logement conforme a été spécialement conçu pour reloger ce locataire (L353-15).",
        en="The text counts six months from the notification of the third offer, not from the authorisation; whether offers made before "
        "that count it does not say: to be verified. The right is lost only if the household refused three offers that met the law, and "
        "if the prefect authorised the demolition or a signed ANRU agreement names it. Three offers are not required of a landlord who "
        "shows that a dwelling that meets the law was specially designed to rehouse that tenant (L353-15).",
    ),
)

has_third_offer = named(
    text(fr="troisième offre datée", en="third offer with a day"),
    present(Rehousing.third_offer_on),
    otherwise=text(fr="troisième offre sans date", en="third offer without a day"),
)

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

keeps_the_right_to_stay = named(
    text(
        fr="ménage encore là, sans troisième offre ou sans rien qui autorise la démolition",
        en="household still there, without a third offer or without anything that authorises the demolition",
    ),
    ~happened(Rehousing.left_on) & ~(has_third_offer & may_end_the_right_to_stay),
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
        fr="Faute de troisième offre, ou faute d’autorisation du préfet ou de convention ANRU signée qui nomme la démolition.",
        en="For want of a third offer, or of the authorisation of the prefect or a signed ANRU agreement that names the demolition.",
    ),
)


@calculation(
    of=Rehousing,
    when=is_still_there,
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
