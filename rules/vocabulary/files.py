"""The files that an operation brings together: what puts a document into each, said once."""

from domain.calendar import months
from domain.conditions import happened, known, named, reached
from domain.operation_choices import ConventionStatus, OperationKind
from domain.operations import Operation
from domain.text import text
from rules.vocabulary.operations import (
    has_loans_to_guarantee,
    is_building_work,
    is_demolition,
    is_new_supply,
    is_state_funded,
    is_state_funded_supply,
    needs_building_permit,
    needs_demolition_permit,
    provides_dwellings,
)
from rules.vocabulary.phases import in_feasibility, in_funding, in_letting, in_permits, in_preparation

TITLE = text(fr="Dossiers d’une opération", en="Files of an operation")

in_funding_file = named(
    text(fr="dossier de financement PLUS, PLAI ou PLS", en="PLUS, PLAI or PLS funding file"),
    in_funding & is_state_funded_supply,
)

# A long lease also funds a rehabilitation, so the kind of operation is left to each document.
in_land_file = named(
    text(fr="preuve de la maîtrise foncière au dossier de financement", en="proof of the title to the land, in the funding file"),
    in_funding & is_state_funded,
)

in_guarantee_file = named(
    text(fr="dossier de garantie d’emprunt", en="loan guarantee file"),
    in_funding & provides_dwellings & has_loans_to_guarantee,
)

# Who buys off plan prepares no works: the loans are signed once the funding is sought.
in_loan_signatures = named(
    text(fr="prêts de l’opération à signer", en="loans of the operation to be signed"),
    provides_dwellings & (in_preparation | (in_funding & (Operation.kind == OperationKind.OFF_PLAN_PURCHASE))),
)

# A permission, once it is granted, had its file complete.
awaits_its_permit = named(
    text(fr="autorisation d’urbanisme à obtenir", en="planning permission still to be granted"),
    in_permits & ~happened(Operation.permit_granted_on),
)

in_building_permit_file = named(
    text(fr="dossier de permis de construire", en="building permit file"),
    in_permits & is_building_work & needs_building_permit,
)

in_demolition_permit_file = named(
    text(fr="dossier de permis de démolir", en="demolition permit file"),
    in_permits & needs_demolition_permit,
)

in_intention_file = named(
    text(fr="dossier d’intention de démolir", en="file of the intent to demolish"),
    in_feasibility & is_demolition,
)

awaits_its_convention_file = named(
    text(fr="convention APL encore à soumettre ou à corriger", en="APL agreement (convention APL) still to be submitted or corrected"),
    in_letting
    & Operation.apl_convention_due
    & ~happened(Operation.convention_signed_on)
    & Operation.convention_status.one_of(ConventionStatus.DRAFT, ConventionStatus.TO_CORRECT),
)

in_convention_file = named(
    text(fr="dossier de convention APL", en="file of the APL agreement (convention APL)"),
    is_new_supply & awaits_its_convention_file,
)

# What must be less than six months old at the first visit, whose day nobody plans, is asked for six months before the letting.
is_let_within_six_months = named(
    text(fr="première mise en location dans six mois au plus, ou déjà faite", en="first letting within six months, or done already"),
    ~known(Operation.first_letting) | reached(Operation.first_letting - months(6)),
    otherwise=text(fr="première mise en location dans plus de six mois", en="first letting more than six months ahead"),
)
