"""What has been done for the next social utility agreement (CUS) of a landlord, and what comes too late for it."""

from datetime import date

from domain.calendar import Period, days, months, shift
from domain.conditions import happened, known, later, named, not_before, passed, reached
from domain.landlords import Landlord
from domain.text import text
from rules.calculations.social_utility import last_agreement_year_start, oldest_asset_strategy
from rules.engine.declare import Confidence, calculation, derived
from rules.headlines import Headline
from rules.sources.landlords import SALE_PLAN, SOCIAL_UTILITY_AGREEMENT, SOCIAL_UTILITY_DRAFT

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

last_draft_day = Landlord.social_utility_agreement_ends_on - months(6)
# A commune that receives the consultation on that day has its two whole months before the last day of the draft. They count back from that
# day and not from the end of the agreement: six months before 31 August is 28 February, and eight months before it would be too late.
last_consultation_day = last_draft_day - months(2) - days(1)

draft_comes_soon = named(
    text(
        fr="projet de la prochaine convention à transmettre dans les deux mois",
        en="draft of the next agreement to be sent within two months",
    ),
    ~next_draft_is_sent & reached(last_draft_day - months(2)),
)

opinions_come_late = named(
    text(
        fr="communes consultées trop tard pour que leur silence vaille avis avant l’envoi du projet de convention",
        en="communes consulted too late for their silence to count before the draft of the agreement is sent",
    ),
    (~known(Landlord.sales_planned) | Landlord.sales_planned)
    & ~next_draft_is_sent
    & passed(last_consultation_day)
    & ~passed(last_draft_day)
    & ~(next_sales_are_consulted_on & ~later(Landlord.sale_plan_consulted_on, than=last_consultation_day)),
)

draft_due = derived(
    last_draft_day,
    of=Landlord,
    when=draft_comes_soon,
    title=text(fr="Envoi du projet de convention, au plus tard", en="Draft of the agreement sent at the latest"),
    confidence=Confidence.DERIVED,
    source=(SOCIAL_UTILITY_DRAFT, SOCIAL_UTILITY_AGREEMENT),
    headline=Headline.DRAFT_STEPS.label,
)


@calculation(
    of=Landlord,
    when=opinions_come_late,
    title=text(
        fr="Avis tacites des communes sur le plan de mise en vente, au plus tôt",
        en="Tacit opinions of the communes on the plan of sales, at the earliest",
    ),
    confidence=Confidence.DERIVED,
    source=SALE_PLAN,
    note=text(
        fr="Le lendemain des deux mois, comptés de la réception par les communes ; tant qu’aucune n’est indiquée, du jour de référence.",
        en="The day after the two months, counted from the receipt by the communes; while none is given, from the reference day.",
    ),
    headline=Headline.TACIT_OPINIONS.label,
)
def tacit_opinions_from(sale_plan_consulted_on: date | None, oldest_asset_strategy: date, as_of: date) -> date:
    """Return the day after the two months that each commune has."""
    received = sale_plan_consulted_on if sale_plan_consulted_on and sale_plan_consulted_on > oldest_asset_strategy else as_of
    return shift(received, Period(months=2, days=1))
