"""The dwellings that a landlord means to sell under its next social utility agreement (CUS): communes, funders, guarantors first."""

from domain.calendar import months
from domain.landlords import Landlord
from domain.text import text
from rules.calculations.next_agreement import last_consultation_day, next_draft_is_sent, next_sales_are_consulted_on
from rules.engine.declare import Alert, Confidence, task
from rules.sources.landlords import SALE_PLAN, SOCIAL_UTILITY_DRAFT

TITLE = text(fr="Plan de mise en vente", en="Plan of sales")

communes_consultation = task(
    of=Landlord,
    title=text(
        fr="Consulter communes, financeurs et garants sur le plan de mise en vente de la prochaine CUS",
        en="Consult the communes, funders and guarantors on the plan of sales of the next CUS",
    ),
    display=Landlord.sales_planned,
    counts_to=last_consultation_day,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=next_sales_are_consulted_on | next_draft_is_sent,
    blocks=("tasks.landlords.agreement_draft",),
    delay_confidence=Confidence.DERIVED,
    source=(SALE_PLAN, SOCIAL_UTILITY_DRAFT),
    note=text(
        fr="Le plan de mise en vente est établi avant. Sont consultées les communes où sont ces logements, et les collectivités et "
        "groupements qui les ont financés ou en ont garanti les emprunts. La commune a deux mois, du jour où le maire reçoit la "
        "consultation ; sans réponse, son avis est réputé favorable. L’échéance est le dernier jour de réception qui laisse ces deux mois "
        "avant l’envoi du projet de CUS au préfet : expédier plus tôt, avec preuve de réception. Dans une commune sous son taux de "
        "logements sociaux (L302-5), son accord peut être exigé : à vérifier. Passé ce jour, consulter aussitôt : le projet ne part à "
        "temps avec son plan que si les communes répondent avant ; sinon, convenir de la suite avec les services de l’État, par exemple "
        "un dépôt sans plan de mise en vente.",
        en="The plan of sales is drawn up before. Those consulted are the communes where these dwellings stand, and the local authorities "
        "and their groupings that funded them or guaranteed their loans. The commune has two months from the day on which the mayor "
        "receives the consultation; without an answer, its opinion is taken as favourable. The due day is the last day of receipt that "
        "leaves these two months before the draft of the CUS goes to the prefect: send it sooner, with proof of receipt. In a commune "
        "under its share of social housing (L302-5), its consent may be required: to be verified. Past that day, consult at once: the "
        "draft goes in time with its plan only if the communes answer before; otherwise settle with the State’s offices how to go on, for "
        "instance a filing without a plan of sales.",
    ),
)
