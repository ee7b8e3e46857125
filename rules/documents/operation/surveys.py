"""What must be looked into before works: asbestos, waste and reuse, the tenants' view."""

from decimal import Decimal

from domain.buildings import Building
from domain.operation_choices import OperationKind
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Requirement, document
from rules.engine.figures import figure
from rules.sources.demolitions import TENANT_CONSULTATION
from rules.sources.planning import ASBESTOS, WASTE_DIAGNOSIS
from rules.vocabulary.operations import is_demolition, may_hold_asbestos

asbestos_survey_before_demolition = document(
    of=Building,
    title=text(fr="Repérage amiante avant démolition", en="Asbestos survey before demolition"),
    when=is_demolition & may_hold_asbestos,
    requirement=Requirement.TO_PROCESS,
    source=ASBESTOS,
    note=text(fr="Réalisé après l’évacuation du bâtiment.", en="Done once the building is empty."),
)

asbestos_survey_before_works = document(
    of=Building,
    title=text(fr="Repérage amiante avant travaux", en="Asbestos survey before works"),
    when=Operation.kind.one_of(OperationKind.ACQUISITION_IMPROVEMENT, OperationKind.REHABILITATION) & may_hold_asbestos,
    requirement=Requirement.TO_PROCESS,
    source=ASBESTOS,
)

# The diagnosis is also due for a significant renovation, which no fact tells yet.
waste_diagnosis = document(
    of=Building,
    title=text(
        fr="Diagnostic PEMD (produits, équipements, matériaux et déchets)", en="Diagnosis of products, equipment, materials and waste"
    ),
    when=is_demolition & (Building.floor_area > figure("waste_diagnosis_floor_area", Decimal)),
    requirement=Requirement.TO_PROCESS,
    source=WASTE_DIAGNOSIS,
)

tenant_consultation_report = document(
    of=Operation,
    title=text(fr="Bilan de la concertation locative", en="Report on the consultation of the tenants"),
    when=is_demolition | ((Operation.kind == OperationKind.REHABILITATION) & Operation.impacts_rent_or_charges),
    requirement=Requirement.TO_PROCESS,
    source=TENANT_CONSULTATION,
)
