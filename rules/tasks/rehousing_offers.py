"""Rehousing offers that came before anything authorised the demolition: no text that was found says whether they count."""

from domain.calendar import days, months
from domain.conditions import happened
from domain.operations import Rehousing
from domain.text import text
from rules.engine.declare import Alert, Confidence, task
from rules.sources.demolitions import REHOUSING_OFFERS
from rules.vocabulary.demolitions import has_third_offer_before_authorisation
from rules.vocabulary.operations import works_are_ahead

TITLE = text(fr="Offres de relogement à confirmer", en="Rehousing offers to be confirmed")

# To be asked at once: where they do not count, three are to be made anew. No planned day puts it off.
confirmation = task(
    of=Rehousing,
    title=text(
        fr="Faire confirmer par le service juridique les offres faites avant ce qui autorise la démolition",
        en="Have the legal service confirm the offers made before what authorises the demolition",
    ),
    display=has_third_offer_before_authorisation,
    open_while=works_are_ahead,
    counts_to=Rehousing.third_offer_on + months(1),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Rehousing.offers_confirmed_on),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=REHOUSING_OFFERS,
    note=text(
        fr="Avec la preuve des notifications et de la conformité à l’article 13 bis, sans cesser de proposer. Dans le doute, en notifier "
        "trois de nouveau après l’autorisation du préfet ou la signature de la convention ANRU, et recompter les six mois.",
        en="With the proof that they were notified and meet article 13 bis, and going on with offers. In doubt notify three again after "
        "the authorisation of the prefect or the signature of the ANRU agreement, and count the six months anew.",
    ),
)
