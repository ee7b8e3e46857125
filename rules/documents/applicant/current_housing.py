"""Where the household lives today: each kind of housing has its proof, which may be requested."""

from domain.households import CurrentHousing, Household
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.requests import LIMITATIVE_LIST, LIST_OF_2020, VIGNEUX

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
        text(fr="Bail et dernière quittance", en="Lease and last receipt"),
        text(fr="Attestation du bailleur que les loyers sont à jour", en="Certificate of the landlord that the rent is paid"),
        text(fr="Preuves de paiement", en="Proof of payment"),
    ),
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
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
        text(fr="Bail et dernière quittance", en="Lease and last receipt"),
        text(fr="Preuves de paiement", en="Proof of payment"),
    ),
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
    note=SAME_LEASE,
)

host_certificate = document(
    of=Household,
    title=text(fr="Attestation de la personne qui héberge", en="Certificate of the person who hosts the applicant"),
    when=Household.current_housing.one_of(CurrentHousing.HOSTED_BY_RELATIVE, CurrentHousing.HOSTED_BY_THIRD_PARTY),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, LIST_OF_2020, VIGNEUX),
    note=text(
        fr="Déduit : pour qui est hébergé, c’est le document démontrant l’absence de logement que nomme la liste de 2020.",
        en="Derived: for somebody who is hosted it is the proof of the absence of housing that the list of 2020 names.",
    ),
)

residence_manager_certificate = document(
    of=Household,
    title=text(
        fr="Attestation du gestionnaire (foyer, résidence sociale, structure d’hébergement)",
        en="Certificate of the manager of the residence or shelter",
    ),
    when=Household.current_housing.one_of(CurrentHousing.SHELTER, CurrentHousing.SOCIAL_RESIDENCE, CurrentHousing.HOSTEL),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
)

hotel_or_camping_receipt = document(
    of=Household,
    title=text(fr="Reçu de l’hôtel ou du terrain de camping", en="Receipt of the hotel or camping site"),
    when=Household.current_housing.one_of(CurrentHousing.HOTEL, CurrentHousing.CAMPING),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
)

# The domiciliation is sourced, the certificate of a social worker is from memory.
homelessness_certificate = document(
    of=Household,
    title=text(
        fr="Attestation d’un travailleur social ou d’une association, ou certificat de domiciliation",
        en="Certificate of a social worker or association, or domiciliation",
    ),
    when=Household.current_housing == CurrentHousing.HOMELESS,
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, VIGNEUX),
)

title_deed_and_financing_plan = document(
    of=Household,
    title=text(fr="Acte de propriété et plan de financement", en="Title deed and financing plan"),
    when=Household.current_housing == CurrentHousing.OWNER,
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
)

free_housing_certificate = document(
    of=Household,
    title=text(fr="Attestation de logement à titre gratuit ou de fonction", en="Certificate of free or tied accommodation"),
    when=Household.current_housing.one_of(CurrentHousing.FREE_HOUSING, CurrentHousing.TIED_HOUSING),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
)
