"""The APL convention: what the ministry's application asks for, from the deed to the termination."""

from domain.buildings import Building
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Requirement, document
from rules.sources.conventions import APL_CONVENTION
from rules.vocabulary.files import awaits_its_convention_file, in_convention_file
from rules.vocabulary.operations import is_new_building, provides_dwellings
from rules.vocabulary.phases import in_letting

TITLE = text(fr="Convention APL", en="APL agreement (convention APL)")

convention = document(
    of=Operation,
    title=text(fr="Convention APL", en="APL agreement (convention APL)"),
    when=in_letting & provides_dwellings & Operation.apl_convention_due,
    obtained=Operation.convention_signed_on,
    requirement=Requirement.TO_PROCESS,
    source=APL_CONVENTION,
)

vendor_and_buyer = document(
    of=Operation,
    title=text(fr="Informations sur le vendeur et l’acquéreur", en="Information on the vendor and the buyer"),
    when=in_convention_file,
    requirement=Requirement.TO_PROCESS,
    source=APL_CONVENTION,
)

notary_reference = document(
    of=Operation,
    title=text(fr="Référence du notaire", en="Reference of the notary"),
    when=in_convention_file,
    requirement=Requirement.TO_PROCESS,
    source=APL_CONVENTION,
)

deed_publication = document(
    of=Operation,
    title=text(fr="Référence de publication de l’acte", en="Reference of the publication of the deed"),
    when=in_convention_file,
    requirement=Requirement.TO_PROCESS,
    source=APL_CONVENTION,
)

property_deed = document(
    of=Operation,
    title=text(fr="Acte de propriété ou acte notarial", en="Property deed or notarial deed"),
    when=in_convention_file,
    requirement=Requirement.TO_PROCESS,
    source=APL_CONVENTION,
)

address_certificate = document(
    of=Operation,
    title=text(fr="Certificat d’adressage", en="Address certificate"),
    when=in_convention_file & Operation.address_differs_from_deed,
    requirement=Requirement.TO_PROCESS,
    source=APL_CONVENTION,
)

chain_of_title = document(
    of=Operation,
    title=text(fr="Effet relatif", en="Reference of the chain of title"),
    when=in_convention_file,
    requirement=Requirement.TO_PROCESS,
    source=APL_CONVENTION,
)

cadastral_references = document(
    of=Operation,
    title=text(fr="Références cadastrales (section, numéro, lieudit, surface)", en="Cadastral references (section, number, place, area)"),
    when=provides_dwellings & awaits_its_convention_file,
    requirement=Requirement.TO_PROCESS,
    source=APL_CONVENTION,
)

volume_division_statement = document(
    of=Building,
    title=text(fr="EDD volumétrique", en="Division statement by volumes"),
    when=in_convention_file & Building.volume_division,
    requirement=Requirement.TO_PROCESS,
    source=APL_CONVENTION,
)

co_ownership_division_statement = document(
    of=Building,
    title=text(fr="EDD classique", en="Classic division statement (co-ownership)"),
    when=in_convention_file & Building.co_ownership,
    requirement=Requirement.TO_PROCESS,
    source=APL_CONVENTION,
)

parking_division_statement = document(
    of=Building,
    title=text(fr="EDD stationnements", en="Division statement of the parking"),
    when=in_convention_file & Building.parking_division,
    requirement=Requirement.TO_PROCESS,
    source=APL_CONVENTION,
)

permit_reference = document(
    of=Operation,
    title=text(fr="Numéro du permis de construire ou DAACT", en="Number of the building permit, or completion declaration"),
    when=is_new_building & awaits_its_convention_file,
    requirement=Requirement.TO_PROCESS,
    source=APL_CONVENTION,
)

caf_sheet = document(
    of=Operation,
    title=text(fr="Fiche CAF", en="Summary sheet for the family benefits office (CAF)"),
    when=provides_dwellings & happened(Operation.convention_signed_on),
    obtained=Operation.caf_sheet_sent_on,
    requirement=Requirement.TO_PROCESS,
    source=APL_CONVENTION,
)

amendment = document(
    of=Operation,
    title=text(
        fr="Avenant à la convention (bailleur, logements, durée, programme, champ libre)",
        en="Amendment to the APL agreement (landlord, dwellings, duration, programme, free field)",
    ),
    when=provides_dwellings & happened(Operation.convention_signed_on) & Operation.convention_changed,
    requirement=Requirement.TO_PROCESS,
    source=APL_CONVENTION,
)

denunciation = document(
    of=Operation,
    title=text(fr="Dénonciation de la convention", en="Notice of non-renewal of the APL agreement"),
    when=happened(Operation.convention_denounced_on),
    requirement=Requirement.TO_PROCESS,
    source=APL_CONVENTION,
)

termination = document(
    of=Operation,
    title=text(fr="Résiliation de la convention", en="Termination of the APL agreement"),
    when=happened(Operation.convention_terminated_on),
    requirement=Requirement.TO_PROCESS,
    source=APL_CONVENTION,
    note=text(
        fr="Après une démolition, elle porte sur les logements démolis (de mémoire).",
        en="After a demolition it covers the dwellings pulled down (from memory).",
    ),
)
