"""Where the household lives today: each kind of housing has its proof, which may be requested."""

from domain.households import CurrentHousing, Household
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.requests import LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST

TITLE = text(fr="Logement actuel", en="Current housing")

SAME_LEASE = text(
    fr="Bail et quittance servent aussi de preuve si le logement est trop petit (la surface) ou trop cher (loyer et charges) : ne pas les "
    "redemander.",
    en="Lease and receipt are also the proof where the dwelling is too small (its area) or too expensive (rent and charges): they are not "
    "to be asked for again.",
)

lease_and_rent_receipt = document(
    of=Household,
    title=text(fr="Bail et dernière quittance de loyer", en="Lease and last rent receipt"),
    when=Household.current_housing.one_of(CurrentHousing.PRIVATE_TENANT, CurrentHousing.SUBTENANT),
    requirement=Requirement.ON_REQUEST,
    alternatives=(
        text(fr="Bail et quittance de loyer", en="Lease and rent receipt"),
        text(
            fr="Sinon, attestation du bailleur que le locataire est à jour de ses loyers et charges",
            en="Failing that, certificate of the landlord that rent and charges are paid",
        ),
    ),
    covers=("documents.dwelling_reasons.overcrowding", "documents.dwelling_reasons.rent_too_high"),
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
    note=SAME_LEASE,
)

landlord_certificate = document(
    of=Household,
    title=text(
        fr="Attestation du bailleur social : locataire à jour", en="Certificate of the social landlord that the account is up to date"
    ),
    when=Household.current_housing == CurrentHousing.SOCIAL_TENANT,
    requirement=Requirement.ON_REQUEST,
    alternatives=(
        text(fr="Attestation du bailleur social", en="Certificate of the social landlord"),
        text(fr="Bail et quittance de loyer", en="Lease and rent receipt"),
    ),
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
    note=SAME_LEASE,
)

host_certificate = document(
    of=Household,
    title=text(fr="Attestation de la personne qui héberge", en="Certificate of the person who hosts the applicant"),
    when=Household.current_housing.one_of(CurrentHousing.HOSTED_BY_RELATIVE, CurrentHousing.HOSTED_BY_THIRD_PARTY),
    requirement=Requirement.ON_REQUEST,
    alternatives=(
        text(fr="Attestation de la personne qui héberge", en="Certificate of the host"),
        text(fr="Attestation d’une assistante sociale ou d’une association", en="Certificate of a social worker or association"),
    ),
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

residence_manager_certificate = document(
    of=Household,
    title=text(
        fr="Attestation du gestionnaire indiquant la fin de la mise à disposition (foyer, résidence, structure d’hébergement)",
        en="Certificate of the manager of the residence or shelter, saying when the stay ends",
    ),
    when=Household.current_housing.one_of(CurrentHousing.SHELTER, CurrentHousing.SOCIAL_RESIDENCE, CurrentHousing.HOSTEL),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

hotel_or_camping_receipt = document(
    of=Household,
    title=text(fr="Reçu de l’hôtel ou du terrain de camping", en="Receipt of the hotel or camping site"),
    when=Household.current_housing.one_of(CurrentHousing.HOTEL, CurrentHousing.CAMPING),
    requirement=Requirement.ON_REQUEST,
    alternatives=(
        text(fr="Reçu", en="Receipt"),
        text(fr="Attestation d’une assistante sociale ou d’une association", en="Certificate of a social worker or association"),
        text(fr="Certificat de domiciliation", en="Domiciliation certificate"),
    ),
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

homelessness_certificate = document(
    of=Household,
    title=text(
        fr="Attestation d’une assistante sociale ou d’une association, ou certificat de domiciliation",
        en="Certificate of a social worker or association, or domiciliation certificate",
    ),
    when=Household.current_housing == CurrentHousing.HOMELESS,
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

title_deed_and_financing_plan = document(
    of=Household,
    title=text(fr="Acte de propriété et plan de financement", en="Title deed and financing plan"),
    when=Household.current_housing == CurrentHousing.OWNER,
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

tied_housing_certificate = document(
    of=Household,
    title=text(
        fr="Attestation de l’employeur indiquant la fin de la mise à disposition du logement de fonction",
        en="Certificate of the employer saying when the tied accommodation ends",
    ),
    when=Household.current_housing == CurrentHousing.TIED_HOUSING,
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

# The sheet of 2026 names nothing for a dwelling lent free of charge.
free_housing_certificate = document(
    of=Household,
    title=text(fr="Attestation de logement à titre gratuit", en="Certificate of accommodation free of charge"),
    when=Household.current_housing == CurrentHousing.FREE_HOUSING,
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
)
