"""
Identity and right of residence: the only documents needed to register a request, and those of the other persons.

Which residence permits are accepted is fixed by an arrêté of its own, of 20 April 2022, under CCH R441-1.
"""

from domain.conditions import any_of
from domain.households import Household
from domain.persons import Nationality, Person, ResidenceDocument
from domain.text import text
from rules.engine.declare import Requirement, document
from rules.sources.requests import (
    ABUSIVE_REQUESTS,
    LIMITATIVE_LIST,
    LIST_PRESENTED,
    OLDER_SHEET,
    REQUEST_FORM,
    RESIDENCE_PERMITS,
    SERVICE_PUBLIC_REQUEST,
)
from rules.vocabulary.persons import (
    is_applicant_or_co_applicant,
    is_french_or_european,
    is_from_third_country,
    is_minor,
    is_other_adult,
)
from rules.vocabulary.residence import is_document_taken_for_listed

TITLE = text(fr="Identité et droit au séjour", en="Identity and right of residence")

# Article 1 of the arrêté names the card of a European's family, article 2 the others.
PERMITS = (
    text(
        fr="Carte de résident, de résident permanent ou de résident de longue durée – UE",
        en="Residence card (ten-year, permanent or long-term EU resident)",
    ),
    text(fr="Carte de séjour pluriannuelle ou temporaire", en="Residence permit (of several years, or temporary)"),
    text(
        fr="Carte de séjour de membre de la famille d’un citoyen de l’UE, de l’EEE ou de la Suisse",
        en="Residence card of a family member of a citizen of the EU, the EEA or Switzerland",
    ),
    text(fr="Certificat de résidence de ressortissant algérien", en="Certificate of residence of an Algerian national"),
    text(fr="Titre délivré à un ressortissant andorran ou à sa famille", en="Permit of an Andorran national or their family"),
    text(fr="Visa de plus de trois mois valant titre de séjour", en="Visa of more than three months that stands for a permit"),
)
RENEWALS = (
    text(fr="Récépissé de demande de renouvellement", en="Receipt (récépissé) of the application to renew"),
    text(fr="Attestation de prolongation d’instruction du renouvellement", en="Certificate that the renewal is still examined"),
    text(fr="Attestation de décision favorable sur le renouvellement", en="Certificate that the renewal was granted"),
)

# That spouse and co-tenant show these to register, and not only to have the file processed, is from memory.
identity_card = document(
    of=Person,
    who=is_applicant_or_co_applicant,
    title=text(fr="Carte nationale d’identité ou passeport", en="National identity card or passport"),
    when=Person.nationality == Nationality.FRENCH,
    requirement=Requirement.TO_REGISTER,
    alternatives=(text(fr="Carte nationale d’identité", en="National identity card"), text(fr="Passeport", en="Passport")),
    source=(LIMITATIVE_LIST, LIST_PRESENTED, REQUEST_FORM, SERVICE_PUBLIC_REQUEST),
)

european_identity_card = document(
    of=Person,
    who=is_applicant_or_co_applicant,
    title=text(
        fr="Carte d’identité ou passeport délivré par son État (UE, EEE ou Suisse)",
        en="Identity card or passport issued by their State (EU, EEA or Switzerland)",
    ),
    when=Person.nationality == Nationality.EU_EEA_SWISS,
    requirement=Requirement.TO_REGISTER,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST, LIST_PRESENTED),
    note=text(fr="Aucun titre de séjour n’est demandé.", en="No residence permit is asked for."),
)

residence_permit = document(
    of=Person,
    who=is_applicant_or_co_applicant,
    title=text(fr="Titre de séjour en cours de validité", en="Valid residence permit"),
    when=is_from_third_country & (Person.residence_document == ResidenceDocument.PERMIT),
    doubt=is_document_taken_for_listed,
    requirement=Requirement.TO_REGISTER,
    alternatives=PERMITS,
    source=(LIMITATIVE_LIST, RESIDENCE_PERMITS, SERVICE_PUBLIC_REQUEST, LIST_PRESENTED),
)

residence_permit_renewal_receipt = document(
    of=Person,
    who=is_applicant_or_co_applicant,
    title=text(
        fr="Récépissé, en cours de validité, de demande de renouvellement du titre de séjour",
        en="Valid receipt (récépissé) of the application to renew the residence permit",
    ),
    when=is_from_third_country & (Person.residence_document == ResidenceDocument.RENEWAL_RECEIPT),
    doubt=is_document_taken_for_listed,
    requirement=Requirement.TO_REGISTER,
    alternatives=RENEWALS,
    source=(LIMITATIVE_LIST, RESIDENCE_PERMITS, SERVICE_PUBLIC_REQUEST, LIST_PRESENTED),
    note=text(
        fr="Celui d’une première demande ne suffit qu’au réfugié ou protégé reconnu et à son conjoint.",
        en="That of a first application is enough only for a recognised refugee or protected person, and their spouse.",
    ),
)

withdrawal_agreement_permit = document(
    of=Person,
    who=is_applicant_or_co_applicant,
    title=text(fr="Titre de séjour « accord de retrait » (Royaume-Uni)", en="“Withdrawal agreement” residence permit (United Kingdom)"),
    when=is_from_third_country & (Person.residence_document == ResidenceDocument.WITHDRAWAL_AGREEMENT),
    doubt=is_document_taken_for_listed,
    requirement=Requirement.TO_REGISTER,
    source=(LIMITATIVE_LIST, OLDER_SHEET),
)

temporary_protection_permit = document(
    of=Person,
    who=is_applicant_or_co_applicant,
    title=text(
        fr="Autorisation provisoire de séjour « bénéficiaire de la protection temporaire »",
        en="“Temporary protection” provisional residence permit",
    ),
    when=is_from_third_country & (Person.residence_document == ResidenceDocument.TEMPORARY_PROTECTION),
    doubt=is_document_taken_for_listed,
    requirement=Requirement.TO_REGISTER,
    source=(LIMITATIVE_LIST, RESIDENCE_PERMITS, SERVICE_PUBLIC_REQUEST),
)

refugee_permit = document(
    of=Person,
    who=is_applicant_or_co_applicant,
    title=text(
        fr="Récépissé « reconnu réfugié » ou de protection subsidiaire",
        en="Receipt of a recognised refugee or beneficiary of subsidiary protection",
    ),
    when=is_from_third_country & (Person.residence_document == ResidenceDocument.REFUGEE_RECEIPT),
    doubt=is_document_taken_for_listed,
    requirement=Requirement.TO_REGISTER,
    source=(LIMITATIVE_LIST, RESIDENCE_PERMITS, SERVICE_PUBLIC_REQUEST),
)

identity_of_other_adult = document(
    of=Person,
    who=is_other_adult,
    title=text(
        fr="Pièce d’identité d’une autre personne majeure appelée à vivre dans le logement",
        en="Identity document of another adult who will live in the dwelling",
    ),
    when=is_french_or_european,
    requirement=Requirement.TO_PROCESS,
    source=(LIMITATIVE_LIST, LIST_PRESENTED, SERVICE_PUBLIC_REQUEST),
)

residence_permit_of_other_adult = document(
    of=Person,
    who=is_other_adult,
    title=text(
        fr="Titre de séjour en cours de validité d’une autre personne majeure, d’un pays tiers",
        en="Valid residence permit of another adult from a third country",
    ),
    when=is_from_third_country,
    doubt=is_document_taken_for_listed,
    requirement=Requirement.TO_PROCESS,
    alternatives=(
        *PERMITS,
        *RENEWALS,
        *(each.title for each in (refugee_permit, temporary_protection_permit, withdrawal_agreement_permit)),
    ),
    source=(LIMITATIVE_LIST, RESIDENCE_PERMITS, SERVICE_PUBLIC_REQUEST, LIST_PRESENTED),
)

# Of an adult, a birth certificate may be asked for only to prove the end of a civil partnership.
family_book_of_minor = document(
    of=Household,
    title=text(
        fr="Livret de famille ou acte de naissance des enfants mineurs", en="Family record book or birth certificates of the minors"
    ),
    when=any_of(Household.persons, is_minor),
    requirement=Requirement.TO_PROCESS,
    alternatives=(
        text(fr="Livret de famille", en="Family record book"),
        text(fr="Acte de naissance de chaque enfant", en="Birth certificate of each child"),
    ),
    covers=("documents.couples.marriage_family_book",),
    source=(LIMITATIVE_LIST, LIST_PRESENTED, SERVICE_PUBLIC_REQUEST, ABUSIVE_REQUESTS),
    note=text(
        fr="Un seul livret vaut pour tous les enfants qu’il porte, et pour la situation de famille de leurs parents : ne pas le "
        "redemander. Pour un enfant qui n’y figure pas, fournir son acte de naissance.",
        en="One book is enough for all the children in it, and for their parents' family situation: it is not to be asked for again. For "
        "a child who is not in it, supply the birth certificate.",
    ),
)
