"""Less property tax for renovated dwellings: until when the relief is claimed, and until when the approval that exempts is asked for."""

from datetime import date

from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation
from rules.sources.taxes import ENERGY_TAX_RELIEF, LOCAL_TAX_CLAIMS, RENEWAL_TAX_EXEMPTION
from rules.vocabulary.projects import may_be_renewed_and_is_not_started, saves_energy_as_social_landlord

TITLE = text(fr="Dégrèvement de taxe foncière", en="Relief from property tax")


@calculation(
    of=Operation,
    when=saves_energy_as_social_landlord,
    title=text(
        fr="Dernier jour pour réclamer le dégrèvement, travaux payés l’année du démarrage",
        en="Last day to claim the relief for the works paid in the year of the start",
    ),
    source=(ENERGY_TAX_RELIEF, LOCAL_TAX_CLAIMS),
    confidence=Confidence.DERIVED,
)
def first_energy_relief_limit(works_started_on: date | None) -> date | None:
    """Return the end of the year after that of the tax, which follows the year of payment; none before the works start."""
    return None if works_started_on is None else date(works_started_on.year + 2, 12, 31)


@calculation(
    of=Operation,
    when=saves_energy_as_social_landlord,
    title=text(
        fr="Dernier jour pour réclamer le dégrèvement, travaux payés l’année de l’achèvement",
        en="Last day to claim the relief for the works paid in the year of the completion",
    ),
    source=(ENERGY_TAX_RELIEF, LOCAL_TAX_CLAIMS),
    confidence=Confidence.DERIVED,
)
def last_energy_relief_limit(completed_on: date | None) -> date | None:
    """Count alike from the year of completion; none before it."""
    return None if completed_on is None else date(completed_on.year + 2, 12, 31)


@calculation(
    of=Operation,
    when=may_be_renewed_and_is_not_started,
    title=text(
        fr="Dernier jour pour demander l’agrément « seconde vie » et 25 ans d’exonération de taxe foncière",
        en="Last day to ask for the “seconde vie” approval and 25 years of exemption from property tax",
    ),
    source=RENEWAL_TAX_EXEMPTION,
)
def renewal_approval_limit() -> date:
    """Return the day that the law sets (1384 C bis, II); asked for later, the approval gives 15 years."""
    return date(2026, 12, 31)
