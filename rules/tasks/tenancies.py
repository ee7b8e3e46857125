"""The solidarity rent supplement of a tenant who does not answer the income survey."""

from domain.calendar import days
from domain.conditions import happened
from domain.tenancies import Tenancy
from domain.text import text
from rules.engine.declare import Alert, task
from rules.sources.landlords import INCOME_SURVEY

TITLE = text(fr="Supplément de loyer (surloyer) du locataire", en="Rent supplement of the tenant")

maximum_supplement = task(
    of=Tenancy,
    title=text(
        fr="Appliquer le supplément de loyer maximal provisoire (sans réponse)",
        en="Apply the maximum provisional rent supplement (no answer)",
    ),
    display=happened(Tenancy.income_notice_sent_on),
    counts_to=Tenancy.income_notice_sent_on + days(15),
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Tenancy.income_survey_answered_on) | happened(Tenancy.maximum_supplement_applied_on),
    source=INCOME_SURVEY,
    note=text(
        fr="S’y ajoutent 25 euros de frais de dossier ; le trop-perçu est rendu dans les deux mois de la réponse.",
        en="25 euros of file costs are added; what was overpaid is given back within two months of the answer.",
    ),
)
