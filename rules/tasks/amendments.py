"""The amendments that an APL agreement calls for once it is signed."""

from domain.calendar import months
from domain.conditions import any_of, exceeds, happened
from domain.funding import Lender, Loan
from domain.operations import Operation
from domain.text import text
from rules.calculations.convention_dates import convention_minimum_duration
from rules.engine.declare import Alert, Confidence, task
from rules.sources.conventions import APL_CONVENTION
from rules.sources.funding import PLS_LOAN
from rules.vocabulary.conventions import (
    has_convention_with_works,
    has_pls_convention,
    has_signed_convention,
    is_cdc_loan_of_unknown_end,
    is_pls_supply,
)
from rules.vocabulary.operations import borrows_from_cdc

TITLE = text(fr="Avenants à la convention APL", en="Amendments to the APL agreement")

# It is to be known when the agreement is signed: with no day of its own, it is asked for a month later.
loan_terms = task(
    of=Operation,
    title=text(
        fr="Lire au contrat la fin des prêts de la Caisse des dépôts, que la convention APL doit couvrir",
        en="Read in the contract when the CDC loans end, which the APL agreement must cover",
    ),
    display=has_convention_with_works & has_signed_convention & any_of(Operation.loans, is_cdc_loan_of_unknown_end),
    counts_to=Operation.convention_signed_on + months(1),
    alerts={Alert.MODERATE: months(1)},
    closed=happened(Operation.convention_extended_on),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=APL_CONVENTION,
    note=text(
        fr="Indiquer « Durée du prêt » et « Octroi du prêt ». Si l’un finit après la convention, elle est trop courte dès aujourd’hui : "
        "signer l’avenant sans attendre ; la date de fin calculée ne vaut pas jusque-là.",
        en="State “Duration of the loan” and “Loan granted”. Where one ends after the agreement, it is too short today: sign the amendment "
        "at once; until then the end that is calculated is not to be relied on.",
    ),
)

# It is too short from the day on which it is signed.
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
    counts_to=Operation.convention_signed_on + months(3),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.convention_extended_on),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=APL_CONVENTION,
    note=text(
        fr="Elle dure au moins neuf ans, et jusqu’à la fin de ces prêts. Plus courte, elle l’est dès sa signature : faire l’avenant dès "
        "que leur durée est connue, au plus tard six mois avant sa fin. Une fois l’avenant signé, indiquer aussi la nouvelle durée.",
        en="It runs for nine years at least, and until those loans end. Shorter, it is so from its signature: make the amendment as soon "
        "as their duration is known, six months before its end at the latest. Once the amendment is signed, state the new duration too.",
    ),
)

# Which of the loans is the PLS nobody says, nor what of it funds the land: the note says what to look at.
pls_extension = task(
    of=Operation,
    title=text(
        fr="Prolonger la convention APL par avenant, pour la durée du prêt PLS, s’il dure plus qu’elle",
        en="Extend the APL agreement by an amendment, for the duration of the PLS loan, where that is longer",
    ),
    display=is_pls_supply
    & has_pls_convention
    & has_signed_convention
    & any_of(
        Operation.loans,
        Loan.in_funding_plan & (Loan.lender != Lender.ACTION_LOGEMENT) & exceeds(Loan.years, Operation.convention_years),
    ),
    counts_to=Operation.convention_signed_on + months(3),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.convention_extended_on),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=(PLS_LOAN, APL_CONVENTION),
    note=text(
        fr="Elle dure au moins la durée initiale du prêt PLS, hors la part qui finance le foncier (ancien R331-19) : vérifier que c’est "
        "bien lui qui dure plus. Une fois l’avenant signé, indiquer aussi la nouvelle durée.",
        en="It runs for at least the initial duration of the PLS loan, but for the part that funds the land (former R331-19): check that "
        "it is that loan which runs longer. Once the amendment is signed, state the new duration too.",
    ),
)
