"""What the law says of a building site: how large it is, and what its size calls for (code du travail, R4532-44 ff.)."""

from domain.conditions import happened, known, named
from domain.operations import Operation
from domain.text import text
from rules.engine.figures import figure
from rules.vocabulary.operations import (
    borrows_from_cdc,
    completion_is_announced,
    has_reserves,
    has_works_of_its_own,
    is_building_work,
    is_not_complete,
)

TITLE = text(fr="Chantiers", en="Building sites")

has_several_companies = named(
    text(fr="plusieurs entreprises sur le chantier", en="several contractors on the site"),
    Operation.companies >= 2,
)

has_reserves_to_lift = named(
    text(fr="réserves encore à lever", en="defects noted at acceptance (réserves) still to be put right"),
    has_reserves & ~happened(Operation.reserves_lifted_on) & ~(Operation.acceptance_reserves_open == 0),
)

# A contract is carried out once what was reserved at acceptance is put right.
has_contracts_under_way = named(
    text(
        fr="marchés de travaux signés, chantier non achevé ou réserves à lever",
        en="works contracts signed, site not complete or defects noted at acceptance (réserves) to be put right",
    ),
    has_works_of_its_own & happened(Operation.works_contracts_signed_on) & (is_not_complete | has_reserves_to_lift),
)

needs_site_declaration = named(
    text(
        fr="chantier soumis à déclaration préalable SPS, par son effectif et sa durée ensemble, ou par son volume seul",
        en="site that needs a prior notice of the works, by its workers and duration together, or by its volume alone",
    ),
    ((Operation.peak_workers > figure("site_declaration_workers", int)) & (Operation.working_days > figure("site_declaration_days", int)))
    | (Operation.man_days > figure("site_declaration_man_days", int)),
)

needs_coordination_plan = named(
    text(
        fr="chantier soumis à plan général de coordination : déclaré, ou à risques particuliers",
        en="site that needs a general coordination plan: declared, or with special risks",
    ),
    needs_site_declaration | Operation.special_risks,
)

needs_site_board = named(
    text(fr="chantier doté d’un collège interentreprises", en="site with a board of its contractors (CISSCT)"),
    (Operation.man_days > figure("site_board_man_days", int)) & (Operation.companies > figure("site_board_companies", int)),
)

is_at_planned_start = named(
    text(fr="démarrage prévu atteint", en="planned start reached"),
    happened(Operation.works_start),
    otherwise=text(fr="démarrage prévu à venir", en="planned start still to come"),
)

is_built_without_cdc_loan = named(
    text(fr="travaux en cours sans prêt CDC signé ni paiement assuré", en="works under way with no signed CDC loan, nor payment secured"),
    is_building_work
    & borrows_from_cdc
    & happened(Operation.works_started_on)
    & is_not_complete
    & ~happened(Operation.cdc_loan_signed_on)
    & ~happened(Operation.funds_before_loan_confirmed_on)
    & known(Operation.works_progress),
)

progress_is_measured = named(
    text(fr="travaux en cours d’après leur calendrier", en="works under way by their schedule"),
    is_at_planned_start & ~completion_is_announced,
)
