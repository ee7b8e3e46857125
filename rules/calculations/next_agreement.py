"""What has been done for the next social utility agreement (CUS) of a landlord."""

from domain.conditions import happened, later, named, not_before
from domain.landlords import Landlord
from domain.text import text
from rules.calculations.social_utility import last_agreement_year_start, oldest_asset_strategy

TITLE = text(fr="Prochaine convention d’utilité sociale", en="Next social utility agreement")

has_recent_asset_strategy = named(
    text(
        fr="plan stratégique de moins de trois ans au début de la prochaine convention",
        en="asset strategy of less than three years when the next agreement begins",
    ),
    happened(Landlord.asset_strategy_approved_on) & later(Landlord.asset_strategy_approved_on, than=oldest_asset_strategy),
    otherwise=text(
        fr="pas de plan stratégique de moins de trois ans au début de la prochaine convention",
        en="no asset strategy of less than three years when the next agreement begins",
    ),
)

# The resolution goes to the prefect with that strategy, and the draft comes after both: an older one was for another agreement.
next_agreement_is_engaged = named(
    text(
        fr="délibération pour la prochaine convention, prise moins de trois ans avant elle",
        en="resolution for the next agreement, taken less than three years before it",
    ),
    happened(Landlord.agreement_engaged_on) & later(Landlord.agreement_engaged_on, than=oldest_asset_strategy),
    otherwise=text(fr="délibération à prendre pour la prochaine convention", en="resolution still to be taken for the next agreement"),
)

next_sales_are_consulted_on = named(
    text(
        fr="communes consultées sur les ventes de la prochaine convention, moins de trois ans avant elle",
        en="communes consulted on the sales of the next agreement, less than three years before it",
    ),
    happened(Landlord.sale_plan_consulted_on) & later(Landlord.sale_plan_consulted_on, than=oldest_asset_strategy),
    otherwise=text(
        fr="communes à consulter sur les ventes de la prochaine convention",
        en="communes still to be consulted on the sales of the next agreement",
    ),
)

next_draft_is_sent = named(
    text(
        fr="projet de la prochaine convention transmis moins de trois ans avant elle",
        en="draft of the next agreement sent less than three years before it",
    ),
    happened(Landlord.agreement_draft_sent_on) & later(Landlord.agreement_draft_sent_on, than=oldest_asset_strategy),
    otherwise=text(fr="projet de la prochaine convention à transmettre", en="draft of the next agreement still to be sent"),
)

# Signed in the last year of the agreement under way, or later, an agreement is the next.
next_agreement_is_signed = named(
    text(fr="prochaine convention signée", en="next agreement signed"),
    happened(Landlord.social_utility_agreement_signed_on)
    & not_before(Landlord.social_utility_agreement_signed_on, last_agreement_year_start),
    otherwise=text(
        fr="aucune signature dans la dernière année de la convention en cours, ni depuis",
        en="no signature in the last year of the agreement under way, or since",
    ),
)
