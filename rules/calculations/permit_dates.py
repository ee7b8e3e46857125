"""The life of a planning permission, a permit or a declaration that was not opposed: decision, appeals, withdrawal, expiry."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from domain.calendar import days, months, shift, years
from domain.conditions import happened, later, named, passed
from domain.days_off import working_day_from
from domain.operation_choices import PlanningPermission
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation, derived
from rules.sources.planning import (
    APPEAL_DAYS,
    PERMIT_APPEALS,
    PERMIT_INSTRUCTION,
    PERMIT_VALIDITY,
    PERMIT_WITHDRAWAL,
    PREFECT_REFERRAL,
    TACIT_PERMIT,
)
from rules.vocabulary.operations import has_planning_permission, has_works_of_its_own

TITLE = text(fr="Dates des autorisations d’urbanisme", en="Dates of planning permissions")


@calculation(
    of=Operation,
    when=has_works_of_its_own,
    title=text(fr="Date de décision tacite sur l’autorisation d’urbanisme", en="Day of the tacit decision on the planning application"),
    source=PERMIT_INSTRUCTION,
    note=text(
        fr="Un mois pour une déclaration préalable, deux pour un permis de démolir ou celui d’une maison individuelle, trois pour les "
        "autres permis ; certains cas les prolongent (R423-24 à R423-33), d’autres font du silence un refus (R424-2) : lire le récépissé.",
        en="One month for a prior declaration, two for a demolition permit or that of a detached house, three for other permits; some "
        "cases make them longer (R423-24 to R423-33), others make silence a refusal (R424-2): read the receipt.",
    ),
)
def implicit_permit_decision(
    permit_completed_on: date | None, permission: PlanningPermission, permit_instruction_months: Mapping[str, Decimal]
) -> date | None:
    """Count the months of instruction from the complete file; none without a file or without a permission to ask for."""
    if permit_completed_on is None or permission is PlanningPermission.NONE:
        return None
    return shift(permit_completed_on, months(int(permit_instruction_months[permission.name])))


is_taken_for_notified = named(
    text(
        fr="autorisation tenue pour notifiée le jour où elle est accordée, faute d’autre jour au dossier",
        en="permission taken to be notified on the day on which it is granted, as the file has no other day",
    ),
    has_works_of_its_own
    & happened(Operation.permit_granted_on)
    & ~happened(Operation.permit_notified_on)
    & later(implicit_permit_decision, than=Operation.permit_granted_on)
    & ~(happened(Operation.works_started_on) & passed(implicit_permit_decision + months(3))),
    otherwise=text(
        fr="notification sans effet sur le jour de l’autorisation", en="notification without effect on the day of the permission"
    ),
    note=text(
        fr="Notifiée après la fin du délai d’instruction, elle serait née tacitement le dernier jour de ce délai, et son retrait courrait "
        "de là : indiquer le jour où elle a été reçue.",
        en="Notified after the time to decide, it would have come tacitly on the last day of that time, and its withdrawal would run from "
        "there: give the day on which it was received.",
    ),
)


@calculation(
    of=Operation,
    when=has_works_of_its_own,
    doubt=is_taken_for_notified,
    title=text(fr="Date de l’autorisation d’urbanisme, tacite ou explicite", en="Day of the planning permission, tacit or explicit"),
    source=(TACIT_PERMIT, PERMIT_WITHDRAWAL),
    note=text(
        fr="Quand aucune décision n’est notifiée avant la fin du délai d’instruction, l’autorisation est née ce jour-là. Sans jour de "
        "notification au dossier, elle est tenue pour notifiée le jour où elle est accordée.",
        en="Where no decision is notified before the time to decide ends, a tacit permission was given on that day. With no day of "
        "notification in the file, it is taken to be notified on the day on which it is granted.",
    ),
)
def permit_decided_on(
    permit_granted_on: date | None, permit_notified_on: date | None, implicit_permit_decision: date | None
) -> date | None:
    """Return the day of the grant, or of the implicit decision where nothing was notified by then; none until something is granted."""
    if permit_granted_on is None or implicit_permit_decision is None:
        return permit_granted_on
    known_on = permit_notified_on or permit_granted_on
    return permit_granted_on if known_on <= implicit_permit_decision else implicit_permit_decision


@calculation(
    of=Operation,
    when=has_works_of_its_own,
    title=text(fr="Fin du recours des tiers", en="End of third-party appeals"),
    source=(PERMIT_APPEALS, APPEAL_DAYS),
    note=text(
        fr="Dernier jour de deux mois francs ; s’il tombe un samedi, un dimanche ou un jour férié, c’est ici le premier jour ouvrable "
        "suivant.",
        en="Last day of two months of clear days; where that is a Saturday, a Sunday or a public holiday, the next working day stands "
        "here.",
    ),
)
def permit_appeal_end(permit_posted_on: date | None) -> date | None:
    """Count two months from the posting, neither that day nor the one on which they end; none before it."""
    return None if permit_posted_on is None else working_day_from(shift(shift(permit_posted_on, months(2)), days(1)))


@calculation(
    of=Operation,
    when=has_works_of_its_own,
    title=text(fr="Fin du délai de déféré du préfet", en="End of the prefect’s time to refer the permission to the court"),
    source=(PREFECT_REFERRAL, APPEAL_DAYS),
    confidence=Confidence.DERIVED,
    note=text(
        fr="Deux mois francs de la transmission de l’autorisation au préfet, non de sa date : ce jour se demande à la mairie. Une demande "
        "de pièces du préfet prolonge ce délai.",
        en="Two months of clear days from the day on which the permission is sent to the prefect, not from its own: ask the town hall for "
        "that day. A request for documents by the prefect makes it longer.",
    ),
)
def permit_referral_end(permit_transmitted_on: date | None) -> date | None:
    """Count two months from the day on which the prefect has the permission, as for appeals; none before it."""
    return None if permit_transmitted_on is None else working_day_from(shift(shift(permit_transmitted_on, months(2)), days(1)))


permit_withdrawal_end = derived(
    permit_decided_on + months(3),
    of=Operation,
    when=has_works_of_its_own,
    title=text(fr="Fin du délai de retrait de l’autorisation", en="End of the withdrawal period of the permission"),
    source=PERMIT_WITHDRAWAL,
    note=text(
        fr="Aucun texte trouvé ne reporte ce dernier jour, même un dimanche.",
        en="No text was found that moves this last day, be it a Sunday.",
    ),
)


@calculation(
    of=Operation,
    when=has_planning_permission,
    title=text(
        fr="Date de purge de l’autorisation d’urbanisme", en="Last day to appeal against or withdraw the planning permission (purge)"
    ),
    source=(PERMIT_APPEALS, PERMIT_WITHDRAWAL, PREFECT_REFERRAL),
    note=text(
        fr="Dernier jour de ces délais, sans recours connu : un recours ou un déféré du préfet déposé d’ici là la repousse.",
        en="The last day of these periods, with no appeal known: an appeal or a referral by the prefect before then puts it off.",
    ),
)
def permit_purge_date(
    permit_appeal_end: date | None, permit_withdrawal_end: date | None, permit_referral_end: date | None, third_party_appeals: int
) -> date | None:
    """Return the last of them; none until the permission is posted and sent to the prefect, and none where there is an appeal."""
    if permit_appeal_end is None or permit_withdrawal_end is None or permit_referral_end is None or third_party_appeals > 0:
        return None
    return max(permit_appeal_end, permit_withdrawal_end, permit_referral_end)


@calculation(
    of=Operation,
    when=has_works_of_its_own,
    title=text(fr="Péremption de l’autorisation d’urbanisme", en="Expiry of the planning permission"),
    source=PERMIT_VALIDITY,
    note=text(
        fr="Trois ans de la notification, ou de la décision tacite. Sans jour de notification au dossier, comptés de la décision, qui la "
        "précède. Sans objet une fois les travaux démarrés à temps, sauf s’ils sont interrompus plus d’un an.",
        en="Three years from the notification, or from the tacit decision. With no day of notification in the file, from the decision, "
        "which comes before it. No longer matters once the works have started in time, unless they stop for more than a year.",
    ),
)
def permit_expiry(
    permit_decided_on: date | None,
    implicit_permit_decision: date | None,
    permit_notified_on: date | None,
    permit_extended_on: date | None,
    permit_extended_again_on: date | None,
    works_started_on: date | None,
) -> date | None:
    """Count three years from the notification or the tacit decision before it, one more an extension; none for works begun in time."""
    if permit_decided_on is None:
        return None
    extensions = [each for each in (permit_extended_on, permit_extended_again_on) if each is not None]
    # What is not notified by the day of the implicit decision is tacit from that day, whatever is notified later (R424-1).
    since = min(each for each in (permit_notified_on or permit_decided_on, implicit_permit_decision) if each is not None)
    expiry = shift(since, years(3 + len(extensions)))
    return None if works_started_on is not None and works_started_on <= expiry else expiry


permit_extension_limit = derived(
    permit_expiry - months(2),
    of=Operation,
    when=has_works_of_its_own,
    title=text(fr="Date limite de demande de prorogation de l’autorisation", en="Last day to ask for an extension of the permission"),
    source=PERMIT_VALIDITY,
)
