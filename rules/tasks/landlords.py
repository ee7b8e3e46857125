"""
What a landlord owes each year, or every six years.

A year under way is a part of the landlord: each year's duty is an item of its own.
"""

from domain.calendar import months, years
from domain.conditions import happened, later
from domain.landlords import Landlord, LandlordYear
from domain.text import text
from rules.calculations.landlord_years import rental_stock_due, reservation_report_due, year_start
from rules.calculations.social_utility import last_agreement_year_eve
from rules.engine.declare import Alert, Confidence, task
from rules.sources.conventions import RENT_REVISION
from rules.sources.landlords import (
    INCOME_SURVEY,
    OCCUPATION_SURVEY,
    RESERVATION_REPORT,
    SOCIAL_UTILITY_AGREEMENT,
    SOCIAL_UTILITY_BASIS,
    SOCIAL_UTILITY_DRAFT,
    SOCIAL_UTILITY_STEPS,
)
from rules.sources.occupancy import RENTAL_STOCK

TITLE = text(fr="Obligations périodiques du bailleur", en="Recurring duties of the landlord")

rental_stock_file = task(
    of=LandlordYear,
    title=text(fr="Transmettre le RPLS", en="Send the RPLS file"),
    counts_to=rental_stock_due,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.rental_stock_sent_on),
    source=RENTAL_STOCK,
)

reservation_report = task(
    of=LandlordYear,
    title=text(fr="Adresser le bilan aux réservataires", en="Send the report to the holders of reservations"),
    counts_to=reservation_report_due,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.reservation_report_sent_on),
    source=RESERVATION_REPORT,
)

income_survey = task(
    of=LandlordYear,
    title=text(fr="Mener à son terme l’enquête ressources (SLS)", en="Complete the SLS income survey"),
    counts_to=year_start + months(11),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.income_survey_closed_on),
    delay_confidence=Confidence.PROPOSAL,
    source=INCOME_SURVEY,
    note=text(
        fr="Chaque locataire a un mois pour répondre ; le bailleur n’est pas tenu d’interroger ceux qui reçoivent l’APL ou l’AL. Il "
        "reste alors un mois avant le supplément du 1er janvier.",
        en="Each tenant has one month to answer; the landlord need not ask those who receive housing benefit. That leaves one month "
        "before the supplement of 1 January.",
    ),
)

occupation_survey = task(
    of=LandlordYear,
    title=text(fr="Réaliser l’enquête d’occupation (OPS)", en="Run the occupation survey (OPS)"),
    display=LandlordYear.occupation_survey_planned,
    counts_to=LandlordYear.occupation_survey_due_on,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.occupation_survey_sent_on),
    source=OCCUPATION_SURVEY,
    note=text(
        fr="L’échéance est celle que le bailleur indique pour l’enquête de l’année.",
        en="The due day is the one that the landlord gives for the survey of the year.",
    ),
)

# A month of preparation before 1 January.
rent_revision = task(
    of=LandlordYear,
    title=text(fr="Décider de la révision des loyers au 1er janvier", en="Decide on the revision of the rents on 1 January"),
    counts_to=year_start - months(1),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.rents_revised_on),
    delay_confidence=Confidence.PROPOSAL,
    source=RENT_REVISION,
    note=text(
        fr="Une décision de ne pas augmenter est une décision : sa date clôt la tâche.",
        en="To decide on no rise is a decision: its day closes the task.",
    ),
)

# The next agreement rests on a strategy of less than three years on the day on which it begins.
asset_strategy = task(
    of=Landlord,
    title=text(fr="Approuver ou actualiser le plan stratégique de patrimoine (PSP)", en="Approve or update the asset strategy (PSP)"),
    counts_to=Landlord.social_utility_agreement_ends_on - years(1),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Landlord.asset_strategy_approved_on)
    & later(Landlord.asset_strategy_approved_on, than=Landlord.social_utility_agreement_ends_on - years(3)),
    blocks=("tasks.landlords.agreement_engagement",),
    delay_confidence=Confidence.PROPOSAL,
    source=(SOCIAL_UTILITY_STEPS, SOCIAL_UTILITY_BASIS),
)

agreement_engagement = task(
    of=Landlord,
    title=text(
        fr="Engager par délibération la prochaine convention d’utilité sociale (CUS)",
        en="Begin the next social utility agreement (CUS) by a resolution of the board",
    ),
    counts_to=Landlord.social_utility_agreement_ends_on - months(9),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Landlord.agreement_engaged_on)
    & later(Landlord.agreement_engaged_on, than=Landlord.social_utility_agreement_ends_on - years(3)),
    blocks=("tasks.landlords.agreement_draft",),
    delay_confidence=Confidence.PROPOSAL,
    source=SOCIAL_UTILITY_STEPS,
    note=text(
        fr="La délibération dit comment les intercommunalités dotées d’un programme local de l’habitat et le département sont associés.",
        en="The resolution says how the local authorities with a housing programme and the department take part.",
    ),
)

agreement_draft = task(
    of=Landlord,
    title=text(fr="Transmettre au préfet le projet de CUS", en="Send the draft of the CUS to the prefect"),
    counts_to=Landlord.social_utility_agreement_ends_on - months(6),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Landlord.agreement_draft_sent_on)
    & later(Landlord.agreement_draft_sent_on, than=Landlord.social_utility_agreement_ends_on - years(3)),
    blocks=("tasks.landlords.social_utility_agreement",),
    delay_confidence=Confidence.PROPOSAL,
    source=SOCIAL_UTILITY_DRAFT,
    note=text(
        fr="Les collectivités sont associées avant l’envoi, comme la délibération le dit. L’arrêté cité porte sur les engagements et les "
        "indicateurs : aucun texte trouvé ne fixe ce délai, ni une consultation des locataires.",
        en="The local authorities take part before it is sent, as the resolution says. The arrêté cited is about commitments and "
        "indicators: no text that was found sets this delay, or has the tenants consulted.",
    ),
)

# Signed in the last year of the agreement under way, or later, an agreement renews it.
social_utility_agreement = task(
    of=Landlord,
    title=text(fr="Signer la prochaine convention d’utilité sociale (6 ans)", en="Sign the next social utility agreement (6 years)"),
    counts_to=Landlord.social_utility_agreement_ends_on,
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Landlord.social_utility_agreement_signed_on)
    & later(Landlord.social_utility_agreement_signed_on, than=last_agreement_year_eve),
    delay_confidence=Confidence.DERIVED,
    source=SOCIAL_UTILITY_AGREEMENT,
)
