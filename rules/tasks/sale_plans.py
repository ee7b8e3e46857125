"""The dwellings that a landlord means to sell under its next social utility agreement (CUS): the communes are asked first."""

from domain.calendar import months
from domain.landlords import Landlord
from domain.text import text
from rules.calculations.next_agreement import next_draft_is_sent, next_sales_are_consulted_on
from rules.engine.declare import Alert, Confidence, task
from rules.sources.landlords import SALE_PLAN, SOCIAL_UTILITY_DRAFT

TITLE = text(fr="Plan de mise en vente", en="Plan of sales")

# Two months before the draft is due, six months before that end.
communes_consultation = task(
    of=Landlord,
    title=text(
        fr="Consulter les communes sur le plan de mise en vente de la prochaine CUS",
        en="Consult the communes on the plan of sales of the next CUS",
    ),
    display=Landlord.sales_planned,
    counts_to=Landlord.social_utility_agreement_ends_on - months(8),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=next_sales_are_consulted_on | next_draft_is_sent,
    blocks=("tasks.landlords.agreement_draft",),
    delay_confidence=Confidence.DERIVED,
    source=(SALE_PLAN, SOCIAL_UTILITY_DRAFT),
    note=text(
        fr="Le plan de mise en vente est établi avant. Chaque commune où sont ces logements a deux mois pour donner son avis, réputé "
        "favorable ensuite : d’où deux mois avant l’envoi du projet de CUS au préfet. Passé ce jour, consulter aussitôt, et convenir de la "
        "suite avec les services de l’État.",
        en="The plan of sales is drawn up before. Each commune where these dwellings stand has two months to give its opinion, taken as "
        "favourable after that: so two months before the draft of the CUS goes to the prefect. Past that day, consult at once, and settle "
        "with the State’s offices how to go on.",
    ),
)
