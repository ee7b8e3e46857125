"""The APL agreement of a PLS: submitted, signed before the loan that waits for it, for the time of that loan."""

from domain.calendar import months
from domain.conditions import any_of, exceeds, happened, known, later, named
from domain.funding import Lender, Loan
from domain.operation_choices import ConventionStatus
from domain.operations import Operation
from domain.text import text
from rules.calculations.convention_dates import pls_convention_minimum_duration
from rules.calculations.pls_signatures import pls_agreement_day, pls_duration_day
from rules.engine.declare import Alert, Confidence, task
from rules.sources.conventions import APL_CONVENTION, BENEFIT_FROM_SIGNATURE
from rules.sources.funding import AGREEMENT_BEFORE_PAYMENT, PLS_AGREEMENTS, PLS_LOAN
from rules.vocabulary.conventions import (
    agreement_is_signed,
    is_pls_supply,
    is_said_to_be_signed,
    is_to_sign_with_pls,
    outlasts_the_agreement,
)

TITLE = text(fr="Convention APL d’un PLS", en="APL agreement of a PLS")

pls_convention_submission = task(
    of=Operation,
    title=text(
        fr="Soumettre la convention APL à instruction avant la signature du prêt PLS",
        en="Submit the APL agreement (convention APL) before the PLS loan is signed",
    ),
    display=is_pls_supply,
    counts_to=Operation.loan_signature_planned - months(2),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=(Operation.convention_status != ConventionStatus.DRAFT) | happened(Operation.convention_signed_on),
    blocks=("tasks.pls_agreements.pls_convention",),
    delay_confidence=Confidence.PROPOSAL,
    source=(PLS_LOAN, APL_CONVENTION),
    note=text(
        fr="En 2013, le ministère conseille de signer la convention avec la décision favorable, et de la compléter après le prêt.",
        en="In 2013 the ministry advises to sign the agreement with the favourable decision, and to complete it after the loan.",
    ),
)

pls_convention = task(
    of=Operation,
    title=text(
        fr="Signer la convention APL dès que possible, avant le prêt PLS",
        en="Sign the APL agreement as soon as can be, before the PLS loan",
    ),
    display=is_pls_supply,
    counts_to=pls_agreement_day,
    alerts={Alert.MODERATE: months(18), Alert.CRITICAL: months(6)},
    closed=agreement_is_signed,
    blocks=("tasks.loans.pls_loan",),
    delay_confidence=Confidence.FROM_MEMORY,
    source=(AGREEMENT_BEFORE_PAYMENT, PLS_AGREEMENTS, PLS_LOAN, BENEFIT_FROM_SIGNATURE),
    note=text(
        fr="Au plus tard avec le prêt (ancien R331-19, texte en vigueur à vérifier) ; le ministère la voulait même avant la décision "
        "favorable (D331-6, qu’il appliquait au PLS en 2013). L’échéance dite ici vaut pour le prêt et pour l’APL seuls. À la TVA à 10 % "
        "ou 5,5 % (cas normal d’un PLS neuf, de mémoire), la convention précède l’achèvement (déduit) : signer sans attendre ; repousser "
        "le prêt ne donne pas de temps. Demander au service instructeur quel jour elle sera signée. Pour l’APL, dont elle ouvre le "
        "droit : d’usage, un mois avant la mise en location, le temps que la CAF l’enregistre (de mémoire).",
        en="With the loan at the latest (former R331-19, text in force to be verified); the ministry wanted it even before the favourable "
        "decision (D331-6, which it applied to PLS in 2013). The due day told here holds for the loan and for housing benefit only. At VAT "
        "of 10% or 5.5% (the normal case of a new PLS, from memory), the agreement comes before the completion (deduced): sign without "
        "waiting; putting the loan off gives no time. Ask the office that examines it on which day it will be signed. For housing "
        "benefit (APL), to which it opens the right: by practice, a month before the letting, for the CAF to record it (from memory).",
    ),
)

pls_loan_after_agreement = task(
    of=Operation,
    title=text(
        fr="Prévoir la signature du prêt PLS une fois la convention APL signée",
        en="Plan to sign the PLS loan once the APL agreement is signed",
    ),
    display=is_pls_supply,
    open_while=~happened(Operation.pls_loan_signed_on),
    counts_to=Operation.loan_signature_planned,
    alerts={Alert.CRITICAL: months(1)},
    closed=later(Operation.loan_signature_planned, than=Operation.convention_signed_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=(PLS_AGREEMENTS, PLS_LOAN),
    note=text(
        fr="L’ancien R331-19 exige la convention au plus tard avec le prêt : tant qu’elle n’est pas signée, le jour du prêt n’est pas sûr.",
        en="The former R331-19 requires the agreement with the loan at the latest: until it is signed, the day of the loan is not sure.",
    ),
)

# A loan of Action Logement sets no time to the agreement; which of the others is the PLS nobody says.
is_loan_beyond_the_minimum = named(
    text(
        fr="prêt, hors Action Logement, plus long que la convention PLS et que son minimum",
        en="loan, not of Action Logement, longer than the PLS agreement and than its minimum",
    ),
    Loan.in_funding_plan
    & (Loan.lender != Lender.ACTION_LOGEMENT)
    & known(Loan.years)
    & exceeds(Loan.years, pls_convention_minimum_duration)
    & outlasts_the_agreement,
)

is_loan_to_compare = named(
    text(
        fr="prêt, hors Action Logement, plus long que le minimum de la convention PLS ou de durée non donnée, dont on ne sait pas si elle "
        "le couvre",
        en="loan, not of Action Logement, longer than the minimum of the PLS agreement or of a duration not given, of which nobody knows "
        "whether it covers it",
    ),
    Loan.in_funding_plan
    & (Loan.lender != Lender.ACTION_LOGEMENT)
    & (~known(Loan.years) | (exceeds(Loan.years, pls_convention_minimum_duration) & ~known(Operation.convention_years))),
)

pls_duration = task(
    of=Operation,
    title=text(
        fr="Porter à la convention APL au moins la durée du prêt PLS, sans en retarder la signature",
        en="Write into the APL agreement at least the duration of the PLS loan, without delaying its signature",
    ),
    display=is_to_sign_with_pls & (any_of(Operation.loans, is_loan_beyond_the_minimum) | any_of(Operation.loans, is_loan_to_compare)),
    counts_to=pls_duration_day,
    alerts={Alert.MODERATE: months(18), Alert.CRITICAL: months(6)},
    closed=is_said_to_be_signed,
    asks_for=(Loan.years,),
    delay_confidence=Confidence.PROPOSAL,
    source=(PLS_LOAN, APL_CONVENTION),
    note=text(
        fr="À faire tout de suite : lire à l’offre de prêt sa durée initiale, hors la part qui finance le foncier (ancien R331-19), et la "
        "donner au service instructeur si elle dépasse le minimum. Ne pas retarder pour cela la signature : un avenant reste possible.",
        en="To be done at once: read in the loan offer its initial duration, but for the part that funds the land (former R331-19), and "
        "give it to the office that examines the agreement where it is beyond the minimum. Do not delay the signature for it: an "
        "amendment remains possible.",
    ),
)
