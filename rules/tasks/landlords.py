"""
What a landlord owes each year, or every six years.

A year under way is a part of the landlord: each year's duty is an item of its own.
"""

from domain.calendar import days, months, years
from domain.conditions import happened
from domain.landlords import Landlord, LandlordYear
from domain.text import text
from rules.calculations.landlord_years import rental_stock_due, reservation_report_due, year_start
from rules.calculations.next_agreement import (
    has_recent_asset_strategy,
    next_agreement_is_engaged,
    next_agreement_is_signed,
    next_draft_is_sent,
)
from rules.engine.declare import Alert, Confidence, task
from rules.sources.conventions import RENT_REVISION
from rules.sources.landlords import (
    ALLOCATION_REPORT,
    ASSET_STRATEGY,
    RENT_RESOLUTION,
    RESERVATION_REPORT,
    SOCIAL_UTILITY_AGREEMENT,
    SOCIAL_UTILITY_BASIS,
    SOCIAL_UTILITY_DRAFT,
    SOCIAL_UTILITY_RESOLUTION,
    SOCIAL_UTILITY_STEPS,
)
from rules.sources.occupancy import RENTAL_STOCK

TITLE = text(fr="Obligations périodiques du bailleur", en="Recurring duties of the landlord")

rental_stock_file = task(
    of=LandlordYear,
    title=text(fr="Transmettre le RPLS avant le 1er mars", en="Send the RPLS file before 1 March"),
    counts_to=rental_stock_due,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.rental_stock_sent_on),
    source=RENTAL_STOCK,
    note=text(fr="« Avant le 1er mars » : le dernier jour utile est la fin de février.", en="“Before 1 March”: by the end of February."),
)

reservation_report = task(
    of=LandlordYear,
    title=text(
        fr="Adresser le bilan aux réservataires avant le 28 février",
        en="Send the yearly report to the holders of reservation rights (réservataires) before 28 February",
    ),
    counts_to=reservation_report_due,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.reservation_report_sent_on),
    source=RESERVATION_REPORT,
    note=text(fr="« Avant le 28 février » : le 27 est le dernier jour utile.", en="“Before 28 February”: the 27th is the last day."),
)

# R441-9: at least once a year; this tool looks at the calendar year.
allocation_report = task(
    of=LandlordYear,
    title=text(
        fr="Présenter au conseil le compte rendu annuel de la commission d’attribution (CALEOL)",
        en="Present to the board the yearly report of the allocation committee (CALEOL)",
    ),
    counts_to=year_start + months(12) - days(1),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.allocation_report_made_on),
    delay_confidence=Confidence.DERIVED,
    source=ALLOCATION_REPORT,
    note=text(
        fr="Au moins une fois par an. S’y ajoute le compte annuel des attributions rendu au préfet, aux présidents d’intercommunalité et "
        "aux maires (CCH, art. L441-2-5, de mémoire), que l’outil ne suit pas.",
        en="At least once a year. There is also the yearly account of lettings to the prefect, the presidents of the inter-municipal "
        "bodies and the mayors (CCH, art. L441-2-5, from memory), which this tool does not follow.",
    ),
)

# L442-1-2: the resolution goes to the prefect two months before it takes effect, and so it is taken by then.
rent_revision = task(
    of=LandlordYear,
    title=text(fr="Décider de la révision, ou non, des loyers au 1er janvier", en="Decide whether to revise the rents on 1 January"),
    counts_to=year_start - months(2),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.rents_revised_on),
    blocks=("tasks.landlords.rent_resolution",),
    delay_confidence=Confidence.DERIVED,
    source=(RENT_REVISION, RENT_RESOLUTION),
    note=text(
        fr="À prendre assez tôt pour être transmise ce jour au plus tard. Réviser n’est pas une obligation : une décision de ne pas "
        "augmenter clôt aussi la tâche.",
        en="To be taken early enough to be sent by that day. There is no duty to revise: a decision on no rise closes the task too.",
    ),
)

rent_resolution = task(
    of=LandlordYear,
    title=text(fr="Transmettre au préfet la délibération sur les loyers", en="Send the resolution on the rents to the prefect"),
    counts_to=year_start - months(2),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.rent_resolution_sent_on),
    delay_confidence=Confidence.DERIVED,
    source=RENT_RESOLUTION,
    note=text(
        fr="Celle d’un organisme HLM est transmise deux mois avant son entrée en vigueur ; le préfet peut en demander une nouvelle dans le "
        "mois.",
        en="That of an HLM body is sent two months before it takes effect; the prefect may ask for another within a month.",
    ),
)

asset_strategy = task(
    of=Landlord,
    title=text(fr="Approuver ou actualiser le plan stratégique de patrimoine (PSP)", en="Approve or update the asset strategy (PSP)"),
    counts_to=Landlord.social_utility_agreement_ends_on - years(1),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=has_recent_asset_strategy,
    blocks=("tasks.landlords.agreement_engagement",),
    delay_confidence=Confidence.PROPOSAL,
    source=(ASSET_STRATEGY, SOCIAL_UTILITY_BASIS),
    note=text(
        fr="La convention est conclue sur la base du plan, qui a moins de trois ans le jour où elle prend effet et qui est transmis au "
        "préfet avec la délibération.",
        en="The agreement rests on the strategy, which is less than three years old on the day it takes effect and goes to the prefect "
        "with the resolution.",
    ),
)

agreement_engagement = task(
    of=Landlord,
    title=text(
        fr="Engager par délibération la prochaine convention d’utilité sociale (CUS)",
        en="Start preparing the next social utility agreement (CUS): resolution of the board",
    ),
    counts_to=Landlord.social_utility_agreement_ends_on - months(9),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=next_agreement_is_engaged,
    blocks=("tasks.landlords.agreement_draft",),
    delay_confidence=Confidence.PROPOSAL,
    source=(SOCIAL_UTILITY_RESOLUTION, SOCIAL_UTILITY_STEPS),
    note=text(
        fr="La délibération dit comment les intercommunalités dotées d’un programme local de l’habitat et le département sont associés.",
        en="The resolution says how the inter-municipal bodies with a local housing programme and the département are associated.",
    ),
)

agreement_draft = task(
    of=Landlord,
    title=text(fr="Transmettre au préfet le projet de CUS", en="Send the draft of the CUS to the prefect"),
    counts_to=Landlord.social_utility_agreement_ends_on - months(6),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=next_draft_is_sent,
    blocks=("tasks.landlords.social_utility_agreement",),
    delay_confidence=Confidence.DERIVED,
    source=(SOCIAL_UTILITY_DRAFT, SOCIAL_UTILITY_AGREEMENT),
    note=text(
        fr="Avant l’envoi, que l’outil ne suit pas : associer les intercommunalités et les départements, concerter les locataires (texte "
        "en vigueur à vérifier), attendre les avis, exprès ou tacites, sur les ventes prévues, faire approuver le projet par un conseil "
        "convoqué à temps. L’outil ne suit pas non plus l’évaluation de la CUS qui se termine. Le préfet est celui du département du "
        "siège. La convention est conclue dans les six mois de son dépôt. Déposée à temps, elle succède sans interruption à la "
        "précédente.",
        en="Before it is sent, and not followed by this tool: the inter-municipal bodies and the départements are associated, the "
        "tenants are consulted (text in force to be verified), the opinions on planned sales have come or are tacit, a board convened in "
        "time approves the draft. Nor does this tool follow the evaluation of the agreement that ends. The prefect is that of the "
        "département of the seat. The agreement is concluded within six months of its filing. Filed in time, it follows the one before "
        "without a gap.",
    ),
)

social_utility_agreement = task(
    of=Landlord,
    title=text(fr="Signer la prochaine convention d’utilité sociale (6 ans)", en="Sign the next social utility agreement (6 years)"),
    counts_to=Landlord.social_utility_agreement_ends_on,
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=next_agreement_is_signed,
    delay_confidence=Confidence.DERIVED,
    source=SOCIAL_UTILITY_AGREEMENT,
)
