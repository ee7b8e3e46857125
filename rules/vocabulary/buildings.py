"""What the law says of the buildings of an operation: asbestos, waste, technical control."""

from datetime import date
from decimal import Decimal

from domain.buildings import Building
from domain.conditions import any_of, known, named, truth
from domain.operations import Operation
from domain.text import text
from rules.engine.figures import figure
from rules.vocabulary.operations import (
    concerns_existing_building,
    is_building_work,
    is_construction,
    is_demolition,
    is_rehabilitation,
    may_hold_asbestos,
)

TITLE = text(fr="Bâtiments", en="Buildings")

ASBESTOS_LIMIT = text(
    fr="Limite du 1er juillet 1997 : code de la santé publique, art. R1334-14.",
    en="Limit of 1 July 1997: code de la santé publique, art. R1334-14.",
)
ASBESTOS_WORKS_LIMIT = text(
    fr="Remettre à l’opérateur le programme des travaux, et lui faire compléter le repérage si ce programme change (de mémoire). Permis "
    "d’origine d’avant le 1er juillet 1997 : d’après des commentaires de l’arrêté de 2019.",
    en="Give the surveyor the programme of works, and have the survey completed if it changes (from memory). Original permit of before "
    "1 July 1997: from commentaries on the order of 2019.",
)
BLOCK_DPE = text(
    fr="Bâtiment collectif au permis demandé avant le 1er janvier 2013 : DPE collectif dû sans attendre travaux ni location, depuis le "
    "1er janvier 2024 pour un propriétaire unique (L126-31) ; refait tous les dix ans, sauf classe A, B ou C.",
    en="Block of dwellings whose permit was applied for before 1 January 2013: a certificate of the whole block is due without waiting for "
    "works or letting, since 1 January 2024 where it has one owner (L126-31); renewed every ten years, unless in class A, B or C.",
)

# The law counts from the application: a permit granted early in 2013 may have been applied for before.
is_block_of_before_2013 = named(
    text(fr="bâtiment collectif au permis d’avant 2013", en="block of dwellings with a permit of before 2013"),
    Building.collective & (Building.first_permit_granted_on < date(2013, 1, 1)),
)

# One task for whoever reads: which of two rules tells it, the kind of operation says.
REMOVAL_PLAN = text(
    fr="S’assurer de la transmission du plan de retrait amiante de l’entreprise, trente jours avant le retrait",
    en="Make sure that the contractor sent the asbestos removal plan, thirty days before the removal",
)

holds_asbestos = named(
    text(fr="amiante repéré dans un bâtiment", en="asbestos found in a building"),
    any_of(Operation.buildings, Building.asbestos_found),
)

# A building that nobody has searched may hold some, unless it is known to be too recent: what was found counts before its age.
may_need_asbestos_removal = named(
    text(fr="amiante repéré, ou non exclu, dans un bâtiment", en="asbestos found, or not ruled out, in a building"),
    any_of(
        Operation.buildings,
        Building.asbestos_found | (~known(Building.asbestos_found) & ~(known(truth(may_hold_asbestos)) & ~may_hold_asbestos)),
    ),
)

# Known wherever the kind of operation is: buildings that nobody named put no day forward.
has_asbestos_to_plan_for = named(
    text(fr="retrait d’amiante à prévoir (repéré, ou non exclu)", en="asbestos removal to plan for (found, or not ruled out)"),
    concerns_existing_building & known(truth(may_need_asbestos_removal)) & may_need_asbestos_removal,
    otherwise=text(fr="pas de retrait d’amiante à prévoir", en="no asbestos removal to plan for"),
)

is_demolition_with_asbestos = named(
    text(fr="démolition, amiante repéré dans un bâtiment", en="demolition, asbestos found in a building"),
    is_demolition & any_of(Operation.buildings, Building.asbestos_found),
)

# The year is from memory. What was permitted later was not built before.
is_built_before_1949 = named(
    text(fr="bâtiment construit avant 1949", en="building built before 1949"),
    (Building.construction_year < 1949) & ~(Building.first_permit_granted_on >= date(1949, 1, 1)),
)

owes_acoustic_attestation = named(
    text(
        fr="bâtiment collectif, ou maisons accolées, superposées, contiguës à un local d’activité ou en secteur de bruit",
        en="block of dwellings, or houses joined, stacked, next to business premises or in a noisy area",
    ),
    any_of(Operation.buildings, Building.collective | Building.attached_houses),
)

needs_waste_diagnosis = named(
    text(
        fr="démolition ou rénovation significative au-delà du seuil de surface du diagnostic PEMD",
        en="demolition or significant renovation above the area threshold of the PEMD diagnosis",
    ),
    (is_demolition | (is_rehabilitation & Operation.significant_renovation))
    & (Building.floor_area > figure("waste_diagnosis_floor_area", Decimal)),
)

building_needs_technical_control = named(
    text(
        fr="bâtiment de grande hauteur, ouvert au public (catégories 1 à 4) ou de structure particulière",
        en="high building, open to the public (categories 1 to 4) or of special structure",
    ),
    (Building.highest_floor_height > figure("technical_control_height", Decimal))
    | Building.public_access_category.one_of(1, 2, 3, 4)
    | Building.special_structure,
)

needs_technical_control = named(
    text(fr="contrôle technique obligatoire", en="mandatory building control (contrôle technique)"),
    any_of(Operation.buildings, building_needs_technical_control)
    | (
        any_of(Operation.buildings, Building.highest_floor_height > figure("technical_control_height_in_earthquakes", Decimal))
        & (Operation.seismic_zone >= 4)
    ),
)

building_has_importance_three = named(
    text(
        fr="bâtiment de catégorie d’importance III (haut de plus de 28 m, ou ouvert au public en catégories 1 à 3)",
        en="building of importance category III (more than 28 m high, or open to the public in categories 1 to 3)",
    ),
    (Building.highest_floor_height > figure("importance_three_height", Decimal)) | Building.public_access_category.one_of(1, 2, 3),
)

needs_seismic_attestation = named(
    text(
        fr="zone de sismicité 3 à 5, ou zone 2 avec un bâtiment de catégorie d’importance III",
        en="seismic zone 3 to 5, or zone 2 with a building of importance category III",
    ),
    (Operation.seismic_zone >= 3) | ((Operation.seismic_zone == 2) & any_of(Operation.buildings, building_has_importance_three)),
)

# The certificates on earthquakes are his, with the application and at completion, even where the control is not mandatory.
needs_a_technical_controller = named(
    text(
        fr="contrôleur technique à désigner : contrôle obligatoire, ou attestations parasismiques d’une construction",
        en="building control body to be appointed: mandatory control, or certificates on earthquakes of a new building",
    ),
    is_building_work & (needs_technical_control | (is_construction & needs_seismic_attestation)),
)

has_high_rise_building = named(
    text(fr="immeuble de grande hauteur", en="high-rise building"),
    any_of(Operation.buildings, Building.highest_floor_height > figure("high_rise_height", Decimal)),
)
