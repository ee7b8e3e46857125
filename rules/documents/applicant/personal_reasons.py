"""Reasons of the request that lie in the persons: safety, disability, health, work. What proves each may be requested."""

from domain.households import Household, RequestReason
from domain.persons import Person
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.incomes import DISABILITY_CATEGORY
from rules.sources.requests import LIMITATIVE_LIST, LIST_PRESENTED, SERVICE_PUBLIC_REQUEST
from rules.vocabulary.persons import has_disability, has_employer, is_adult, may_have_employer

TITLE = text(fr="Motifs tenant aux personnes", en="Reasons that lie in the persons")

domestic_violence = document(
    of=Household,
    title=text(
        fr="Ordonnance de protection, récépissé de plainte ou document d’une assistante sociale ou association (violences familiales)",
        en="Protection order, complaint receipt, or document of a social worker or association (domestic violence)",
    ),
    when=Household.reasons.includes(RequestReason.DOMESTIC_VIOLENCE),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

assault = document(
    of=Household,
    title=text(
        fr="Dépôt de plainte (viol, agression, menaces dans le logement ou aux abords)",
        en="Complaint (rape, assault, threats at home or nearby)",
    ),
    when=Household.reasons.includes(RequestReason.ASSAULT_OR_INSECURITY),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
)

disability_card = document(
    of=Person,
    who=has_disability,
    title=text(
        fr="Carte mobilité inclusion (invalidité) ou décision reconnaissant le handicap ou la perte d’autonomie",
        en="Mobility inclusion card (disability), or decision that recognises the disability or loss of autonomy",
    ),
    when=Household.reasons.includes(RequestReason.DISABILITY) | Person.disability_card,
    requirement=Requirement.ON_REQUEST,
    alternatives=(
        text(
            fr="Carte mobilité inclusion mention invalidité, ou carte d’invalidité définitive",
            en="Mobility inclusion card (disability), or permanent disability card",
        ),
        text(fr="Décision de la CDAPH", en="Decision of the CDAPH"),
        text(fr="Décision de pension d’invalidité", en="Decision on a disability pension"),
        text(fr="Décision d’attribution de l’APA", en="Decision granting the APA"),
    ),
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST, DISABILITY_CATEGORY),
    note=text(
        fr="Seule la carte fait passer le ménage à la catégorie supérieure, et seulement remise : une décision de la CDAPH, de pension ou "
        "d’APA n’a pas cet effet.",
        en="Only the card moves the household up one category, and only once it is handed in: a decision of the CDAPH, on a pension or on "
        "the APA has no such effect.",
    ),
)

disability_form_annex = document(
    of=Person,
    who=has_disability,
    title=text(
        fr="Complément « logement adapté au handicap » du formulaire Cerfa (2 pages)",
        en="Annex of the Cerfa form for an adapted dwelling (2 pages)",
    ),
    when=Household.reasons.includes(RequestReason.DISABILITY),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, LIST_PRESENTED),
)

health_certificate = document(
    of=Household,
    title=text(fr="Certificat médical", en="Medical certificate"),
    when=Household.reasons.includes(RequestReason.HEALTH),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

childminder_approval = document(
    of=Person,
    who=is_adult,
    title=text(fr="Agrément d’assistant maternel ou familial", en="Approval as a childminder or foster carer"),
    when=Household.reasons.includes(RequestReason.CHILDMINDER),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

job_mobility = document(
    of=Person,
    who=is_adult,
    title=text(
        fr="Attestation de l’employeur actuel ou futur (mutation professionnelle)",
        en="Certificate of the present or future employer (job mobility)",
    ),
    when=Household.reasons.includes(RequestReason.JOB_MOBILITY) & may_have_employer,
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

workplace_certificate = document(
    of=Person,
    who=is_adult,
    title=text(fr="Pièce justifiant la localisation de l’emploi", en="Document that shows where the job is"),
    when=Household.reasons.includes(RequestReason.NEAR_WORK) & has_employer,
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

mediation_commission_decision = document(
    of=Household,
    title=text(
        fr="Décision de la commission de médiation (DALO)", en="Decision of the mediation commission (DALO, enforceable right to housing)"
    ),
    when=Household.dalo_recognised,
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
)

employer_contribution_certificate = document(
    of=Person,
    who=is_adult,
    title=text(
        fr="Attestation de l’employeur cotisant à Action Logement", en="Certificate of an employer that contributes to Action Logement"
    ),
    when=Household.reserved_by_employers & has_employer,
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
)
