"""What an APL convention follows from, so that nobody is asked for it."""

from decimal import Decimal

from domain.conditions import exceeds, happened, known, named
from domain.funding import FundingProduct, Lender, Loan
from domain.operation_choices import ConventionStatus, OperationKind
from domain.operations import Operation
from domain.text import text
from rules.vocabulary.operations import (
    is_new_building,
    is_new_supply,
    is_occupied,
    is_palulos_rehabilitation,
    is_rehabilitation,
    provides_dwellings,
)

TITLE = text(fr="Conventions APL", en="APL agreements (conventions APL)")

# A building is new because it was built, and renewed by works: of one that is bought, whether there are any is asked.
goes_with_works = named(
    text(fr="convention qui va avec des travaux", en="APL agreement that goes with works"),
    is_new_building | is_rehabilitation | ~Operation.convention_without_works,
    otherwise=text(fr="convention sans travaux", en="APL agreement without works"),
)

has_one_funding_product = named(
    text(fr="un seul financement", en="one funding product only"),
    provides_dwellings
    & Operation.funding_products.one_of(*(frozenset({each}) for each in FundingProduct if each is not FundingProduct.NONE)),
)

is_palulos_taken_for_granted = named(
    text(
        fr="PALULOS tenue pour possible : la faire confirmer avant la concertation et l’accord du conseil d’administration",
        en="PALULOS taken to be possible: have it confirmed before the consultation and the approval of the board",
    ),
    is_palulos_rehabilitation & ~happened(Operation.funding_decided_on),
    otherwise=text(fr="PALULOS décidée, ou sans objet", en="PALULOS decided, or none"),
    note=text(
        fr="Elle n’est plus guère attribuée aux organismes HLM de métropole (de mémoire). Le demander à l’État, ou à la collectivité "
        "à qui il délègue les aides à la pierre ; sinon, revoir le plan de financement.",
        en="It is hardly granted any more to HLM bodies of mainland France (from memory). Ask the State, or the local authority to "
        "which it delegates housing aid; failing that, revise the funding plan.",
    ),
)

has_pls_convention = named(
    text(fr="convention financée en PLS", en="APL agreement funded by PLS"),
    provides_dwellings & (Operation.convention_product == FundingProduct.PLS),
    otherwise=text(fr="convention sans PLS", en="APL agreement without PLS"),
)

has_convention_without_pls = named(
    text(fr="convention financée autrement qu’en PLS", en="APL agreement funded otherwise than by PLS"),
    provides_dwellings & (Operation.convention_product != FundingProduct.PLS),
)

# An operation without PLS has none to govern its rents, whichever of its products is calculated.
has_rent_without_pls = named(
    text(fr="loyers d’un financement autre que le PLS", en="rents of another product than PLS"),
    provides_dwellings & (~Operation.funding_products.includes(FundingProduct.PLS) | (Operation.convention_product != FundingProduct.PLS)),
)

has_convention_with_works = named(
    text(fr="convention financée autrement qu’en PLS, avec travaux", en="APL agreement funded otherwise than by PLS, with works"),
    has_convention_without_pls & goes_with_works,
)

has_convention_without_works = named(
    text(fr="convention financée autrement qu’en PLS, sans travaux", en="APL agreement funded otherwise than by PLS, without works"),
    has_convention_without_pls & ~goes_with_works,
)

# Before it is signed nobody is asked for how long the agreement runs.
outlasts_the_agreement = known(Operation.convention_years) & exceeds(Loan.years, Operation.convention_years)

# An agreement signed for the nine years of its minimum ends within ten.
is_cdc_loan_beyond_the_agreement = named(
    text(fr="prêt de la Caisse des dépôts plus long que la convention", en="CDC loan longer than the agreement"),
    Loan.in_funding_plan & (Loan.lender == Lender.CDC) & known(Loan.years) & (Loan.years > 9) & outlasts_the_agreement,
)

is_cdc_loan_to_compare = named(
    text(
        fr="prêt de la Caisse des dépôts de plus de neuf ans ou de durée non donnée, dont on ne sait pas si la convention le couvre",
        en="CDC loan of more than nine years or of a duration not given, of which nobody knows whether the agreement covers it",
    ),
    Loan.in_funding_plan & (Loan.lender == Lender.CDC) & (~known(Loan.years) | ((Loan.years > 9) & ~known(Operation.convention_years))),
)

is_cdc_loan_of_unknown_end = named(
    text(fr="prêt de la Caisse des dépôts dont la fin n’est pas connue", en="CDC loan whose end is not known"),
    Loan.in_funding_plan & (Loan.lender == Lender.CDC) & ~(known(Loan.years) & known(Loan.granted_on)),
)

has_signed_convention = named(
    text(fr="convention APL signée", en="signed APL agreement (convention APL)"),
    provides_dwellings & happened(Operation.convention_signed_on),
)

# Who buys a building with its tenants proposes them a lease, whoever it is; what it lets already follows the new rent.
owes_leases = named(
    text(fr="bail à proposer aux occupants, d’après la convention", en="lease to be proposed to the occupants, by the APL agreement"),
    (Operation.kind == OperationKind.ACQUISITION_IMPROVEMENT) | (is_rehabilitation & ~Operation.hlm_or_sem_landlord),
)

# Under an agreement that the building has already, rents follow the index.
owes_new_rents = named(
    text(
        fr="réhabilitation par un organisme HLM ou une SEM, dont les locataires restent, avec une convention APL nouvelle",
        en="renovation by an HLM body or a semi-public company (SEM), whose tenants stay, with a new APL agreement",
    ),
    is_rehabilitation & Operation.hlm_or_sem_landlord & is_occupied & Operation.apl_convention_due,
)

may_notify_new_rents = named(
    text(
        fr="nouveau loyer à notifier, convention APL signée",
        en="new rent to be notified, APL agreement signed",
    ),
    has_signed_convention & owes_new_rents,
)

is_pls_supply = named(
    text(fr="offre nouvelle financée en PLS", en="new supply funded by PLS"),
    is_new_supply & Operation.funding_products.includes(FundingProduct.PLS),
    otherwise=text(fr="opération sans logement neuf en PLS", en="no new dwelling funded by PLS"),
)

# How far it has come is told where it is known, and asked of nobody here.
is_said_to_be_signed = known(Operation.convention_status) & (Operation.convention_status == ConventionStatus.SIGNED)

agreement_is_signed = named(
    text(fr="convention APL conclue", en="APL agreement concluded"), happened(Operation.convention_signed_on) | is_said_to_be_signed
)

# Once it is signed, the agreement itself bears the maximum rent.
has_rent_without_pls_to_agree = named(
    text(
        fr="loyers d’un financement autre que le PLS, convention APL non conclue",
        en="rents of another product than PLS, APL agreement not concluded",
    ),
    has_rent_without_pls & ~agreement_is_signed,
)

is_paid_in_instalments = named(
    text(fr="acompte de la subvention versé", en="instalment of the subsidy paid"),
    known(Operation.instalments_paid) & (Operation.instalments_paid > Decimal(0)),
    otherwise=text(fr="aucun acompte versé connu", en="no known instalment paid"),
)

is_to_sign_an_agreement = named(
    text(fr="convention APL à signer, sans PLS", en="APL agreement to sign, without PLS"),
    provides_dwellings & Operation.apl_convention_due & ~is_pls_supply & ~happened(Operation.convention_signed_on),
)

is_to_sign_with_pls = named(
    text(fr="convention APL à signer, avec PLS", en="APL agreement to sign, with PLS"),
    is_pls_supply & ~happened(Operation.convention_signed_on),
)

# As long as nobody says at which rate, the day that the reduced one sets is told beside the question.
is_to_sign_for_reduced_vat = named(
    text(fr="convention APL à signer, avec PLS, TVA à 20 % non certaine", en="APL agreement to sign, with PLS, VAT perhaps not at 20%"),
    is_to_sign_with_pls & (~known(Operation.reduced_vat) | Operation.reduced_vat),
)

awaits_its_first_instalment = named(
    text(fr="convention APL à signer, aucun acompte connu", en="APL agreement to sign, no known instalment"),
    is_to_sign_an_agreement & ~is_paid_in_instalments,
)

is_to_sign_after_an_instalment = named(
    text(fr="convention APL à signer, un acompte versé sans elle", en="APL agreement to sign, an instalment paid without it"),
    is_to_sign_an_agreement & is_paid_in_instalments,
)
