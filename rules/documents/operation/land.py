"""By what right the land or the building is available: the proofs that the funding file accepts (arrêté of 5 May 2017, annex II)."""

from domain.operation_choices import LandTitle, OperationKind
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Requirement, document
from rules.sources.funding import FUNDING_FILE
from rules.vocabulary.files import in_land_file
from rules.vocabulary.operations import builds_or_acquires, is_building_work, is_construction, is_new_supply

TITLE = text(fr="Maîtrise foncière", en="Right to the land")

promise_of_sale = document(
    of=Operation,
    title=text(fr="Promesse de vente du terrain ou de l’immeuble", en="Promise of sale of the land or the building"),
    when=in_land_file & builds_or_acquires & (Operation.land_title == LandTitle.PROMISE_OF_SALE),
    obtained=Operation.funding_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

deed_of_sale = document(
    of=Operation,
    title=text(fr="Acte de vente", en="Deed of sale"),
    when=in_land_file & builds_or_acquires & (Operation.land_title == LandTitle.OWNED),
    obtained=Operation.funding_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

local_authority_deliberation = document(
    of=Operation,
    title=text(
        fr="Délibération de la collectivité mettant le bien à disposition", en="Resolution of the local authority that makes it available"
    ),
    when=in_land_file & builds_or_acquires & (Operation.land_title == LandTitle.LOCAL_AUTHORITY),
    obtained=Operation.funding_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

off_plan_reservation = document(
    of=Operation,
    title=text(fr="Contrat de réservation (VEFA)", en="Off-plan reservation contract"),
    when=in_land_file & (Operation.kind == OperationKind.OFF_PLAN_PURCHASE) & (Operation.land_title == LandTitle.OFF_PLAN_RESERVATION),
    obtained=Operation.funding_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

long_lease = document(
    of=Operation,
    title=text(
        fr="Bail emphytéotique, à construction ou à réhabilitation, ou promesse de bail",
        en="Long lease, construction or renovation lease, or promise of one",
    ),
    when=in_land_file & is_building_work & (Operation.land_title == LandTitle.LONG_LEASE),
    obtained=Operation.funding_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

state_land_letter = document(
    of=Operation,
    title=text(fr="Lettre de France Domaine (cession de terrain de l’État)", en="Letter of the State property service (State land)"),
    when=in_land_file & is_construction & (Operation.land_title == LandTitle.STATE_LAND),
    obtained=Operation.funding_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

notary_certificate = document(
    of=Operation,
    title=text(fr="Attestation notariée", en="Certificate of the notary"),
    when=in_land_file & is_new_supply & (Operation.land_title == LandTitle.NOTARY_CERTIFICATE),
    obtained=Operation.funding_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)
