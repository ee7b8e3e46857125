"""Opening and completion of the works: declarations to the town hall and to the tax authority, attestations, exemptions."""

from domain.conditions import any_of, happened
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.certificates import (
    ACCESSIBILITY_ATTESTATION,
    ACOUSTIC_ATTESTATION,
    COMPLETION_SEISMIC_ATTESTATION,
    DWELLING_RECORD,
    SEISMIC_ATTESTATION,
    SEISMIC_CATEGORIES,
    THERMAL_ATTESTATION,
)
from rules.sources.planning import (
    BLOCK_CERTIFICATE,
    COMPLETION_DECLARATION,
    NO_CONTEST_CERTIFICATE,
    PERMIT_POSTING,
    PROPERTY_TAX_DECLARATION,
)
from rules.sources.taxes import PROPERTY_TAX_EXEMPTION, REDUCED_VAT, REDUCED_VAT_ON_WORKS, SELF_SUPPLY_DECLARATION
from rules.vocabulary.buildings import BLOCK_DPE, is_block_of_before_2013, needs_seismic_attestation, owes_acoustic_attestation
from rules.vocabulary.operations import (
    changes_the_tax_base,
    completion_is_announced,
    is_building_work,
    is_construction,
    is_state_funded_supply,
    needs_building_permit,
)
from rules.vocabulary.phases import in_closure, in_completion
from rules.vocabulary.projects import owes_dwelling_records, renews_an_occupied_building
from rules.vocabulary.self_supplies import supplies_a_new_building_to_itself, supplies_works_to_itself

TITLE = text(fr="Ouverture et achèvement du chantier", en="Opening and completion of the works")

# Before the works the certificate of then is asked for; after them this one is not to be forgotten behind that of the works.
block_energy_certificate = document(
    of=Operation,
    title=text(
        fr="DPE collectif en cours de validité (dû depuis le 1er janvier 2024)",
        en="Valid energy certificate of the whole block (due since 1 January 2024)",
    ),
    when=renews_an_occupied_building & happened(Operation.completed_on) & any_of(Operation.buildings, is_block_of_before_2013),
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=BLOCK_CERTIFICATE,
    note=text(
        fr="S’il n’y en a aucun, c’est un retard : commander aussitôt un seul DPE collectif, qui sera aussi celui d’après travaux. "
        + BLOCK_DPE.fr,
        en="Where there is none, that is late: order a single one at once, which will also be that of after the works. " + BLOCK_DPE.en,
    ),
)

site_opening_declaration = document(
    of=Operation,
    title=text(fr="Déclaration d’ouverture de chantier (Cerfa 13407)", en="Site opening declaration (Cerfa 13407)"),
    when=is_building_work & needs_building_permit & happened(Operation.works_started_on),
    obtained=Operation.site_opening_declared_on,
    requirement=Requirement.TO_PROCESS,
    source=PERMIT_POSTING,
)

completion_declaration = document(
    of=Operation,
    title=text(
        fr="Déclaration attestant l’achèvement et la conformité des travaux (Cerfa 13408)",
        en="Declaration of completion and conformity (Cerfa 13408)",
    ),
    when=is_building_work & happened(Operation.completed_on),
    obtained=Operation.completion_declared_on,
    requirement=Requirement.TO_PROCESS,
    source=COMPLETION_DECLARATION,
)

thermal_attestation = document(
    of=Operation,
    title=text(fr="Attestation thermique ou environnementale à l’achèvement", en="Thermal or environmental certificate at completion"),
    when=in_completion & is_building_work & Operation.thermal_regulation,
    obtained=Operation.thermal_attestation_attached_on,
    requirement=Requirement.TO_PROCESS,
    source=(THERMAL_ATTESTATION, COMPLETION_DECLARATION),
)

accessibility_attestation = document(
    of=Operation,
    title=text(fr="Attestation d’accessibilité", en="Accessibility certificate"),
    when=in_completion & is_construction,
    obtained=Operation.construction_certificates_attached_on,
    requirement=Requirement.TO_PROCESS,
    source=ACCESSIBILITY_ATTESTATION,
)

acoustic_attestation = document(
    of=Operation,
    title=text(fr="Attestation acoustique", en="Acoustic certificate"),
    when=in_completion & is_construction & owes_acoustic_attestation,
    obtained=Operation.construction_certificates_attached_on,
    requirement=Requirement.TO_PROCESS,
    source=ACOUSTIC_ATTESTATION,
)

seismic_attestation = document(
    of=Operation,
    title=text(
        fr="Attestation parasismique à l’achèvement, du contrôleur technique (R122-37 ; mêmes bâtiments qu’au permis)",
        en="Certificate on earthquakes at completion, of the building control body (R122-37; same buildings as for the permit)",
    ),
    when=in_completion & is_construction & needs_building_permit & needs_seismic_attestation,
    obtained=Operation.construction_certificates_attached_on,
    requirement=Requirement.TO_PROCESS,
    source=(COMPLETION_SEISMIC_ATTESTATION, SEISMIC_ATTESTATION, SEISMIC_CATEGORIES),
)

dwelling_records = document(
    of=Operation,
    title=text(fr="Carnets d’information du logement, un par logement", en="Records of the dwellings (carnet d’information), one each"),
    when=in_completion & owes_dwelling_records,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=DWELLING_RECORD,
    note=text(
        fr="Chaque constructeur en remet les éléments au propriétaire au plus tard à la réception : les lui réclamer. En rénovation, dû "
        "pour l’isolation, le chauffage, le refroidissement ou l’eau chaude, aux seuils de l’arrêté du 27 décembre 2022, non vérifiés ici.",
        en="Each builder hands its contents over to the owner by the acceptance: claim them. In a renovation, due for insulation, heating, "
        "cooling or hot water, within the thresholds of the order of 27 December 2022, not checked here.",
    ),
)

no_contest_certificate = document(
    of=Operation,
    title=text(fr="Attestation de non-contestation de la conformité", en="Certificate that conformity is not contested"),
    when=in_closure & is_building_work & happened(Operation.completion_declared_on),
    obtained=Operation.no_contest_certificate_received_on,
    requirement=Requirement.TO_PROCESS,
    source=NO_CONTEST_CERTIFICATE,
)

property_tax_declaration = document(
    of=Operation,
    title=text(fr="Déclaration H1 ou H2 à l’administration fiscale", en="Property declaration to the tax authority (H1 or H2)"),
    when=changes_the_tax_base & completion_is_announced,
    obtained=Operation.property_tax_declared_on,
    requirement=Requirement.TO_PROCESS,
    source=PROPERTY_TAX_DECLARATION,
    note=text(
        fr="Dans les 90 jours de l’achèvement (1406, I). H1 pour une maison, H2 pour un appartement (de mémoire).",
        en="Within 90 days of completion (1406, I). H1 for a house, H2 for a flat (from memory).",
    ),
)

property_tax_exemption_request = document(
    of=Operation,
    title=text(fr="Demande d’exonération de taxe foncière (TFPB)", en="Request for exemption from property tax"),
    when=in_completion & is_state_funded_supply,
    obtained=Operation.property_tax_exemption_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=PROPERTY_TAX_EXEMPTION,
    note=text(
        fr="Dans les 90 jours de l’achèvement, avec la déclaration. La durée est parmi les valeurs calculées.",
        en="Within 90 days of completion, with the declaration. How long it lasts stands with the calculated values.",
    ),
)

self_supply_vat_file = document(
    of=Operation,
    title=text(fr="Livraison à soi-même (LASM) au taux réduit de TVA", en="Self-supply at the reduced rate of VAT"),
    when=in_completion & supplies_a_new_building_to_itself,
    obtained=Operation.self_supply_declared_on,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=(SELF_SUPPLY_DECLARATION, REDUCED_VAT),
)

works_self_supply_vat_file = document(
    of=Operation,
    title=text(
        fr="Livraison à soi-même (LASM) des travaux au taux réduit de TVA", en="Self-supply of the works at the reduced rate of VAT"
    ),
    when=in_completion & supplies_works_to_itself,
    obtained=Operation.self_supply_declared_on,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=REDUCED_VAT_ON_WORKS,
)
