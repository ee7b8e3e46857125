"""Those who live in the buildings: consulted, rehoused, or paying a share of the energy saved."""

from domain.buildings import Building
from domain.conditions import happened
from domain.operations import Operation, Rehousing
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.conventions import ENERGY_CONTRIBUTION
from rules.sources.demolitions import DEMOLITION_CIRCULAR, REHOUSING_OFFERS, TENANT_CONSULTATION
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.operations import is_demolition, is_occupied, is_rehabilitation
from rules.vocabulary.phases import in_feasibility, in_funding, in_preparation

TITLE = text(fr="Occupants et relogement", en="Occupants and rehousing")

tenant_consultation_report = document(
    of=Operation,
    title=text(fr="Bilan de la concertation locative", en="Report on the consultation of the tenants"),
    when=in_feasibility & (is_demolition | (is_rehabilitation & Operation.impacts_rent_or_charges)),
    obtained=Operation.consultation_reported_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    source=TENANT_CONSULTATION,
)

energy_contribution_agreement = document(
    of=Operation,
    title=text(
        fr="Bilan de la concertation sur la contribution du locataire aux économies d’énergie",
        en="Report on the consultation on the energy-savings contribution of the tenant",
    ),
    when=in_feasibility & is_rehabilitation & Operation.energy_contribution,
    obtained=Operation.energy_contribution_agreed_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    source=ENERGY_CONTRIBUTION,
)

# The tenants are consulted on a share of the savings that it shows.
thermal_study = document(
    of=Operation,
    title=text(
        fr="Étude thermique préalable, qui justifie l’économie attendue",
        en="Thermal study made beforehand, of the savings to be expected",
    ),
    when=in_feasibility & is_rehabilitation & Operation.energy_contribution,
    obtained=Operation.thermal_study_received_on,
    requirement=Requirement.TO_PROCESS,
    source=ENERGY_CONTRIBUTION,
)

rehousing_plan = document(
    of=Operation,
    title=text(fr="Plan de relogement", en="Rehousing plan"),
    when=in_funding & is_demolition & is_occupied,
    obtained=Operation.rehousing_plan_approved_on,
    requirement=Requirement.TO_PROCESS,
    source=DEMOLITION_CIRCULAR,
)

rehousing_offers = document(
    of=Rehousing,
    title=text(fr="Offres de relogement notifiées (trois en tout)", en="Notified rehousing offers (three in all)"),
    when=in_preparation & is_demolition & ~happened(Rehousing.left_on),
    obtained=Rehousing.third_offer_on,
    requirement=Requirement.TO_PROCESS,
    source=REHOUSING_OFFERS,
    note=text(
        fr="Celles déjà notifiées comprises : « Offres de relogement restant à notifier », parmi les valeurs, compte celles qui manquent.",
        en="With those already notified: “Rehousing offers still to be notified”, among the values, counts those that are missing.",
    ),
)

vacancy_record = document(
    of=Building,
    title=text(fr="Constat de libération complète du bâtiment", en="Record of the vacated building"),
    when=in_preparation & is_demolition,
    obtained=Operation.building_empty_recorded_on,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
)
