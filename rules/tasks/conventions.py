"""The APL convention: submitted, corrected, signed, published, renewed."""

from domain.calendar import days, months
from domain.conditions import any_of, happened
from domain.funding import Loan
from domain.operation_choices import ConventionStatus
from domain.operations import Operation
from domain.text import text
from rules.calculations.agreement_signatures import (
    advised_agreement_day,
    agreement_signature_day,
    first_instalment_day,
    paid_without_agreement,
)
from rules.calculations.convention_dates import convention_end
from rules.engine.declare import Alert, Confidence, task
from rules.sources.conventions import APL_CONVENTION, BENEFIT_FROM_SIGNATURE, CONVENTION_EFFECT
from rules.sources.funding import AGREEMENT_BEFORE_PALULOS, AGREEMENT_BEFORE_PAYMENT
from rules.sources.taxes import REDUCED_VAT_AGREEMENT
from rules.vocabulary.conventions import (
    agreement_is_signed,
    goes_with_works,
    is_cdc_loan_beyond_the_agreement,
    is_cdc_loan_to_compare,
    is_paid_in_instalments,
    is_pls_supply,
    is_said_to_be_signed,
    is_to_sign_an_agreement,
)
from rules.vocabulary.operations import provides_dwellings

TITLE = text(fr="Convention APL", en="APL agreement (convention APL)")

CHECKED_BEFORE = text(
    fr="Vérifier avant de signer ce qu’elle porte : logements, financement, surfaces utiles, loyer maximal, durée.",
    en="Check before signing what it holds: dwellings, funding, usable areas, maximum rent, duration.",
)
INSTALMENTS = (
    "tasks.subsidies.first_instalment",
    "tasks.subsidies.intermediate_instalment",
    "tasks.subsidies.supply_instalment",
    "tasks.subsidies.next_supply_instalment",
)

convention_submission = task(
    of=Operation,
    title=text(fr="Soumettre la convention APL à instruction", en="Submit the APL agreement (convention APL)"),
    display=provides_dwellings & Operation.apl_convention_due & ~is_pls_supply & ~(is_paid_in_instalments & paid_without_agreement),
    counts_to=advised_agreement_day - months(2),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=(Operation.convention_status != ConventionStatus.DRAFT) | happened(Operation.convention_signed_on),
    blocks=("tasks.conventions.convention_signature",),
    delay_confidence=Confidence.PROPOSAL,
    source=APL_CONVENTION,
)

convention_correction = task(
    of=Operation,
    title=text(fr="Corriger la convention renvoyée par l’instructeur", en="Correct the APL agreement that was sent back"),
    display=provides_dwellings & happened(Operation.convention_sent_back_on),
    open_while=~happened(Operation.convention_signed_on),
    counts_to=Operation.convention_sent_back_on + months(1),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=Operation.convention_status.one_of(ConventionStatus.UNDER_REVIEW, ConventionStatus.TO_SIGN, ConventionStatus.SIGNED),
    delay_confidence=Confidence.PROPOSAL,
    source=APL_CONVENTION,
)

loan_duration = task(
    of=Operation,
    title=text(
        fr="S’assurer que la convention APL couvre la durée des prêts de la Caisse des dépôts, sans en retarder la signature",
        en="Make sure that the APL agreement covers the duration of the CDC loans, without delaying its signature",
    ),
    display=is_to_sign_an_agreement
    & goes_with_works
    & (any_of(Operation.loans, is_cdc_loan_beyond_the_agreement) | any_of(Operation.loans, is_cdc_loan_to_compare)),
    counts_to=agreement_signature_day,
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=is_said_to_be_signed,
    asks_for=(Loan.years,),
    delay_confidence=Confidence.PROPOSAL,
    source=APL_CONVENTION,
    note=text(
        fr="Comparer d’abord la durée de l’offre de prêt à la date de fin que porte la convention. Si celle-ci suffit, rien à faire : "
        "signer. Sinon, ou si elle n’est pas encore écrite, donner la durée au service instructeur ; s’il tarde à la corriger, signer sans "
        "attendre : un avenant reste possible. PLUS et PLAI : une convention ou deux, le lui demander (de mémoire).",
        en="First compare the duration in the loan offer with the end date that the agreement bears. If that is enough, nothing to do: "
        "sign. Otherwise, or where it is not written yet, give the duration to the office that examines the agreement; if the correction "
        "is slow, sign without waiting: an amendment remains possible. PLUS and PLAI: one agreement or two, ask that office (from memory).",
    ),
)

# With a PLS loan it is signed earlier still, and once an instalment was paid without it, its day is past: the tasks below.
convention_signature = task(
    of=Operation,
    title=text(fr="Signer la convention APL", en="Sign the APL agreement (convention APL)"),
    display=provides_dwellings & Operation.apl_convention_due & ~is_pls_supply & ~(is_paid_in_instalments & paid_without_agreement),
    counts_to=agreement_signature_day,
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=agreement_is_signed,
    blocks=INSTALMENTS,
    delay_confidence=Confidence.FROM_MEMORY,
    source=(APL_CONVENTION, BENEFIT_FROM_SIGNATURE, AGREEMENT_BEFORE_PAYMENT, AGREEMENT_BEFORE_PALULOS, REDUCED_VAT_AGREEMENT),
    note=text(
        fr="Dans tous les cas, au plus tard au premier acompte de la subvention, s’il y en a une (supposé un mois après le démarrage tant "
        "qu’il n’est pas demandé). Bâtiment neuf ou vide : de plus, d’usage, un mois avant la mise en location, le temps que la CAF "
        "l’enregistre (de mémoire) : elle ouvre le droit à l’APL. À la TVA réduite : de plus, avant l’achèvement (déduit). Conseil, sans "
        "texte trouvé : signer avant le démarrage. " + CHECKED_BEFORE.fr,
        en="In all cases, by the first instalment of the subsidy, if there is one (taken to be a month after the start while it is not "
        "asked for). New or empty building: moreover, by practice, a month before the first letting, for the CAF to record it (from "
        "memory): it opens the right to housing benefit (APL). At the reduced VAT: moreover, before the completion (deduced). Advice, no "
        "text was found: sign before the start. " + CHECKED_BEFORE.en,
    ),
)

# Its day is that of the instalment which it should have preceded.
agreement_after_instalment = task(
    of=Operation,
    title=text(
        fr="Signer sans délai la convention APL, un acompte ayant été versé sans elle",
        en="Sign the APL agreement without delay, as an instalment was paid without it",
    ),
    display=provides_dwellings & Operation.apl_convention_due & ~is_pls_supply & is_paid_in_instalments & paid_without_agreement,
    counts_to=first_instalment_day,
    alerts={Alert.CRITICAL: months(2)},
    closed=agreement_is_signed,
    blocks=INSTALMENTS,
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.DERIVED,
    source=(AGREEMENT_BEFORE_PAYMENT, AGREEMENT_BEFORE_PALULOS, REDUCED_VAT_AGREEMENT, BENEFIT_FROM_SIGNATURE),
    note=text(
        fr="Elle devait précéder le versement de cet acompte ; le jour retenu, par prudence, est celui de sa demande. Le service qui paie "
        "peut refuser le suivant, ou réclamer celui-ci ; le voir avec lui. À la TVA réduite, la signer avant l’achèvement, qui peut venir "
        "plus tôt que prévu (déduit) ; aucun texte trouvé n’exige, pour des logements, qu’elle précède les travaux : en cas de doute, voir "
        "le fiscaliste. Sauf bâtiment occupé, la signer aussi, d’usage, un mois avant la mise en location, le temps que la CAF "
        f"l’enregistre (de mémoire) : elle ouvre le droit à l’APL. {CHECKED_BEFORE.fr}",
        en="It should have come before that instalment was paid; the day kept, out of prudence, is that of its request. Whoever pays may "
        "refuse the next one, or claim this one back; settle it with them. At the reduced VAT, sign it before the completion, which may "
        "come sooner than planned (deduced); no text that was found requires, for dwellings, that it comes before the works: in doubt, see "
        "the tax adviser. Unless the building is occupied, sign it too, by practice, a month before the first letting, for the CAF to "
        f"record it (from memory): it opens the right to housing benefit (APL). {CHECKED_BEFORE.en}",
    ),
)

convention_publication = task(
    of=Operation,
    title=text(fr="Publier la convention au fichier immobilier", en="Publish the APL agreement in the land register"),
    display=provides_dwellings,
    open_while=happened(Operation.convention_signed_on),
    counts_to=Operation.convention_signed_on + months(1),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.convention_published_on),
    delay_confidence=Confidence.PROPOSAL,
    source=(CONVENTION_EFFECT, APL_CONVENTION),
)

caf_sheet = task(
    of=Operation,
    title=text(fr="Envoyer la fiche CAF", en="Send the CAF sheet"),
    display=provides_dwellings,
    open_while=happened(Operation.convention_signed_on),
    counts_to=Operation.convention_signed_on + months(1),
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Operation.caf_sheet_sent_on),
    delay_confidence=Confidence.PROPOSAL,
    source=APL_CONVENTION,
    note=text(
        fr="Elle permet à la CAF d’ouvrir l’APL au titre de la convention. En retard : vérifier auprès d’elle si elle l’a, sinon l’envoyer "
        "aussitôt et demander la régularisation (de mémoire).",
        en="It lets the CAF open the right to housing benefit (APL) under the agreement. Late: check with the CAF whether it has it, "
        "otherwise send it at once and ask for arrears (from memory).",
    ),
)

convention_renewal = task(
    of=Operation,
    title=text(fr="Décider du renouvellement ou de la dénonciation", en="Decide on renewal or non-renewal"),
    display=provides_dwellings,
    open_while=happened(Operation.convention_signed_on),
    counts_to=convention_end - months(6),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.convention_renewal_decided_on),
    source=CONVENTION_EFFECT,
    note=text(
        fr="Jour provisoire : la fin est comptée sur la durée indiquée, et si un prêt de la Caisse des dépôts ou le PLS finit plus tard, "
        "un avenant la repousse, et cette échéance avec elle. Renouvellement tacite par périodes de trois ans.",
        en="A provisional day: the end is counted on the duration given, and where a CDC loan or the PLS loan ends later, an "
        "amendment puts it off, and this due day with it. Renewed tacitly for three years at a time.",
    ),
)
