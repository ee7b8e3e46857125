"""The amendments that an APL agreement calls for once it is signed."""

from domain.calendar import months
from domain.conditions import exceeds, happened
from domain.operations import Operation
from domain.text import text
from rules.calculations.convention_dates import convention_end, convention_minimum_duration
from rules.engine.declare import Alert, Confidence, task
from rules.sources.conventions import APL_CONVENTION
from rules.vocabulary.conventions import has_convention_with_works, has_signed_convention
from rules.vocabulary.operations import borrows_from_cdc

TITLE = text(fr="Avenants à la convention APL", en="Amendments to the APL agreement")

# It may be signed on any day before the agreement ends; that by which its renewal is decided is the last that is of use.
extension = task(
    of=Operation,
    title=text(
        fr="Prolonger la convention APL par avenant, jusqu’à la fin des prêts de la Caisse des dépôts",
        en="Extend the APL agreement by an amendment, until the CDC loans end",
    ),
    display=borrows_from_cdc
    & has_convention_with_works
    & has_signed_convention
    & exceeds(convention_minimum_duration, Operation.convention_years),
    counts_to=convention_end - months(6),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.convention_extended_on),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=APL_CONVENTION,
    note=text(
        fr="Elle dure au moins neuf ans, et jusqu’à la fin de ces prêts. À faire dès que leur durée est connue ; ce repère est le dernier "
        "jour utile. Une fois l’avenant signé, indiquer aussi la nouvelle durée.",
        en="It runs for nine years at least, and until those loans end. To be done as soon as their duration is known; this proposed "
        "date is the last of use. Once the amendment is signed, state the new duration too.",
    ),
)
