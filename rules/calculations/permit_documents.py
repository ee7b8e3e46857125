"""Until when documents missing from a planning application are asked for and sent."""

from datetime import date

from domain.calendar import months, shift
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import calculation, derived
from rules.sources.planning import MISSING_DOCUMENTS
from rules.vocabulary.operations import has_works_of_its_own
from rules.vocabulary.projects import may_lack_permit_documents

TITLE = text(fr="Pièces manquantes d’une demande d’urbanisme", en="Documents missing from a planning application")


@calculation(
    of=Operation,
    when=has_works_of_its_own,
    title=text(fr="Date limite de notification des pièces manquantes", en="Last day to give notice of missing documents"),
    source=MISSING_DOCUMENTS,
)
def missing_documents_notice_limit(permit_filed_on: date | None, permit_completed_on: date | None) -> date | None:
    """Count a month from the application; none before it, and none once the file is complete."""
    return None if permit_filed_on is None or permit_completed_on is not None else shift(permit_filed_on, months(1))


missing_documents_limit = derived(
    Operation.missing_documents_notified_on + months(3),
    of=Operation,
    when=may_lack_permit_documents,
    title=text(fr="Date limite d’envoi des pièces manquantes", en="Last day to send the missing documents"),
    source=MISSING_DOCUMENTS,
)
