"""By when a landlord claims the property tax relief of dwellings left vacant before a demolition."""

from datetime import date

from domain.calendar import months, shift
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation
from rules.sources.taxes import VACANCY_RELIEF, VACANCY_RELIEF_CLAIM
from rules.vocabulary.demolitions import may_claim_relief_for_vacancy

TITLE = text(fr="Impôts d’une démolition", en="Taxes of a demolition")


@calculation(
    of=Operation,
    when=may_claim_relief_for_vacancy,
    title=text(
        fr="Dernier jour pour réclamer le dégrèvement du premier logement vacant",
        en="Last day to claim the relief of the first vacant dwelling",
    ),
    source=(VACANCY_RELIEF_CLAIM, VACANCY_RELIEF),
    confidence=Confidence.DERIVED,
)
def vacancy_relief_limit(first_dwelling_vacated_on: date | None) -> date | None:
    """Return 31 December of the year after the one in which the vacancy reaches three months; none while none is vacant."""
    return None if first_dwelling_vacated_on is None else date(shift(first_dwelling_vacated_on, months(3)).year + 1, 12, 31)
