"""Planning permissions: applying, posting, the end of appeals and withdrawal that somebody looks for, starting before they expire."""

from domain.calendar import days, months
from domain.conditions import happened, later
from domain.operation_choices import PlanningPermission
from domain.operations import Operation
from domain.text import text
from rules.calculations.permit_dates import (
    permit_appeal_end,
    permit_expiry,
    permit_extension_limit,
    permit_withdrawal_end,
)
from rules.calculations.permit_documents import missing_documents_limit
from rules.engine.declare import Alert, Confidence, task
from rules.sources.planning import (
    APPEAL_DAYS,
    BUILDING_PERMIT_FILE,
    DEMOLITION_PERMIT_FILE,
    MISSING_DOCUMENTS,
    PERMIT_APPEALS,
    PERMIT_INSTRUCTION,
    PERMIT_POSTING,
    PERMIT_VALIDITY,
    PERMIT_WITHDRAWAL,
    PREFECT_REFERRAL,
    PRIOR_DECLARATION,
)
from rules.vocabulary.operations import (
    has_works_of_its_own,
    is_building_work,
    is_rehabilitation,
    needs_building_permit,
    needs_demolition_permit,
)
from rules.vocabulary.projects import granted_permission, posted_permission

TITLE = text(fr="Autorisations d’urbanisme", en="Planning permissions")

HERITAGE_MONTH = text(
    fr="Un mois de plus aux abords d’un monument historique ou en site patrimonial remarquable (R423-24, de mémoire).",
    en="A month more near a historic monument or in a remarkable heritage site (R423-24, from memory).",
)

building_permit_filing = task(
    of=Operation,
    title=text(fr="Déposer la demande de permis de construire", en="File the building permit application"),
    display=is_building_work & needs_building_permit,
    counts_to=Operation.works_start - months(6) - days(1),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.permit_filed_on),
    delay_confidence=Confidence.PROPOSAL,
    source=(BUILDING_PERMIT_FILE, PERMIT_INSTRUCTION, PERMIT_WITHDRAWAL),
    note=text(
        fr="Trois mois d’instruction, trois de retrait, un jour. " + HERITAGE_MONTH.fr,
        en="Three months to decide, three of withdrawal, a day. " + HERITAGE_MONTH.en,
    ),
)

prior_declaration_filing = task(
    of=Operation,
    title=text(fr="Déposer la déclaration préalable", en="File the prior declaration"),
    display=is_rehabilitation & (Operation.permission == PlanningPermission.PRIOR_DECLARATION),
    counts_to=Operation.works_start - months(4) - days(1),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.permit_filed_on),
    delay_confidence=Confidence.PROPOSAL,
    source=PRIOR_DECLARATION,
    note=text(
        fr="Un mois d’instruction, trois de retrait, un jour. " + HERITAGE_MONTH.fr,
        en="A month to decide, three of withdrawal, a day. " + HERITAGE_MONTH.en,
    ),
)

demolition_permit_filing = task(
    of=Operation,
    title=text(fr="Déposer la demande de permis de démolir", en="File the demolition permit application"),
    display=needs_demolition_permit,
    counts_to=Operation.works_start - months(5) - days(1),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.permit_filed_on),
    delay_confidence=Confidence.PROPOSAL,
    source=(DEMOLITION_PERMIT_FILE, PERMIT_INSTRUCTION, PERMIT_WITHDRAWAL),
    note=text(
        fr="Deux mois d’instruction, trois de retrait, un jour. " + HERITAGE_MONTH.fr,
        en="Two months to decide, three of withdrawal, a day. " + HERITAGE_MONTH.en,
    ),
)

missing_permit_documents = task(
    of=Operation,
    title=text(fr="Envoyer les pièces manquantes de la demande", en="Send the documents missing from the application"),
    display=has_works_of_its_own & happened(Operation.missing_documents_notified_on),
    open_while=~happened(Operation.permit_granted_on),
    counts_to=missing_documents_limit,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.permit_completed_on),
    source=MISSING_DOCUMENTS,
    note=text(fr="Passé ce délai, la demande est rejetée tacitement.", en="After that day the application is tacitly rejected."),
)

permit_posting = task(
    of=Operation,
    title=text(fr="Afficher l’autorisation d’urbanisme sur le terrain", en="Post the planning permission on site"),
    display=has_works_of_its_own,
    open_while=happened(Operation.permit_granted_on),
    counts_to=Operation.permit_granted_on + days(15),
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Operation.permit_posted_on),
    delay_confidence=Confidence.PROPOSAL,
    source=PERMIT_POSTING,
)

appeal_period = task(
    of=Operation,
    title=text(
        fr="Par prudence, constater la fin du délai de recours des tiers",
        en="Out of prudence, check that the time for third-party appeals is over",
    ),
    display=posted_permission,
    counts_to=permit_appeal_end + days(17),
    closed=later(Operation.appeal_period_checked_on, than=permit_appeal_end) & happened(Operation.appeal_period_checked_on),
    blocks=("tasks.works_contracts.start_order",),
    delay_confidence=Confidence.PROPOSAL,
    source=(PERMIT_APPEALS, APPEAL_DAYS, PREFECT_REFERRAL),
    note=text(
        fr="Un recours du dernier jour se notifie jusqu’à seize jours après (de mémoire) ; le préfet défère sous deux mois de l’envoi par "
        "la mairie. Aucun texte trouvé n’interdit de démarrer avant ; l’usage est d’attendre.",
        en="An appeal of the last day is notified up to sixteen days later (from memory); the prefect has two months, from when the town "
        "hall sends it to him, to take it to court. No text was found that forbids an earlier start; practice is to wait.",
    ),
)

third_party_appeal = task(
    of=Operation,
    title=text(fr="Traiter le recours des tiers", en="Handle the third-party appeals"),
    display=has_works_of_its_own & happened(Operation.permit_granted_on) & (Operation.third_party_appeals > 0),
    closed=Operation.third_party_appeals_open == 0,
    source=PERMIT_APPEALS,
    note=text(
        fr="Se notifie au titulaire sous 15 jours francs (de mémoire).", en="Notified to the holder within 15 clear days (from memory)."
    ),
)

withdrawal_period = task(
    of=Operation,
    title=text(
        fr="Par prudence, constater la fin du délai de retrait",
        en="Out of prudence, check that the time to withdraw the permission is over",
    ),
    display=granted_permission,
    counts_to=permit_withdrawal_end + days(1),
    closed=later(Operation.withdrawal_period_checked_on, than=permit_withdrawal_end) & happened(Operation.withdrawal_period_checked_on),
    blocks=("tasks.works_contracts.start_order",),
    delay_confidence=Confidence.PROPOSAL,
    source=PERMIT_WITHDRAWAL,
    note=text(fr="Le lendemain au plus tôt ; l’usage est de ne pas démarrer avant.", en="The day after; practice is not to start before."),
)

permit_extension = task(
    of=Operation,
    title=text(fr="Demander la prorogation de l’autorisation d’urbanisme", en="Ask for an extension of the planning permission"),
    display=has_works_of_its_own,
    open_while=happened(Operation.permit_granted_on) & ~happened(Operation.works_started_on),
    counts_to=permit_extension_limit,
    shown_from=months(4),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.permit_extension_requested_on),
    source=PERMIT_VALIDITY,
    note=text(fr="Deux prorogations d’un an ; réponse sous deux mois.", en="Two extensions of one year; answer within two months."),
)

start_before_permit_expiry = task(
    of=Operation,
    title=text(fr="Démarrer les travaux avant la péremption de l’autorisation", en="Start the works before the permission expires"),
    display=has_works_of_its_own & happened(Operation.permit_granted_on),
    counts_to=permit_expiry,
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.works_started_on),
    source=PERMIT_VALIDITY,
)

site_opening = task(
    of=Operation,
    title=text(fr="Déposer la déclaration d’ouverture de chantier", en="File the site opening declaration"),
    display=is_building_work & needs_building_permit,
    open_while=happened(Operation.works_started_on),
    counts_to=Operation.works_started_on + days(8),
    alerts={Alert.MODERATE: days(5), Alert.CRITICAL: days(2)},
    closed=happened(Operation.site_opening_declared_on),
    delay_confidence=Confidence.PROPOSAL,
    source=PERMIT_POSTING,
)
