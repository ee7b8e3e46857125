"""
A social landlord: what it must send, survey and agree, year by year.

A year under way is a part of the landlord, so that each year's duty is an item of its own: it stays closed, or missed, when the
next year has begun.

Form steps: 1 the landlord, 2 its years.
"""

from datetime import date

from domain.facts import Fact, fact, milestone
from domain.orders import too_early
from domain.social_utility import SocialUtility, YearlyDwellings
from domain.subjects import Parts, Subject, parts
from domain.text import text


class LandlordYear(YearlyDwellings, Subject, title=text(fr="Année du bailleur", en="Year of the landlord")):
    """A calendar year of a landlord."""

    year: Fact[int] = fact(fr="Année", en="Year", unit="calendar year", step=2, minimum=2000, maximum=2200)
    rental_stock_sent_on: Fact[date | None] = milestone(fr="Envoi du RPLS", en="RPLS file sent", step=2)
    reservation_report_sent_on: Fact[date | None] = milestone(
        fr="Envoi du bilan aux réservataires", en="Yearly report sent to the holders of reservation rights (réservataires)", step=2
    )
    income_survey_sent_on: Fact[date | None] = milestone(
        fr="Envoi de l’enquête ressources (SLS) aux locataires", en="Income survey (SLS) sent to the tenants", step=2
    )
    income_survey_closed_on: Fact[date | None] = milestone(
        fr="Clôture de l’enquête ressources (SLS)", en="Income survey (SLS) closed", step=2
    )
    formal_notices_sent_on: Fact[date | None] = milestone(
        fr="Mises en demeure de répondre à l’enquête ressources (SLS) envoyées",
        en="Formal notices to answer the income survey (SLS) sent",
        step=2,
    )
    occupation_survey_planned: Fact[bool] = fact(fr="Année d’enquête d’occupation (OPS)", en="Year of an occupation survey", step=2)
    occupation_survey_due_on: Fact[date] = fact(
        fr="Échéance de transmission au préfet des résultats de l’enquête d’occupation (OPS)",
        en="Day by which the results of the occupation survey (OPS) go to the prefect",
        step=2,
        minimum=date(2000, 1, 1),
    )
    occupation_survey_sent_on: Fact[date | None] = milestone(
        fr="Envoi de l’enquête d’occupation (OPS) aux locataires", en="Occupation survey (OPS) sent to the tenants", step=2
    )
    occupation_survey_results_sent_on: Fact[date | None] = milestone(
        fr="Transmission au préfet des résultats de l’enquête d’occupation (OPS)",
        en="Results of the occupation survey (OPS) sent to the prefect",
        step=2,
    )
    rents_revised_on: Fact[date | None] = milestone(
        fr="Décision sur la révision des loyers au 1er janvier", en="Decision on the revision of the rents on 1 January", step=2
    )
    rent_resolution_sent_on: Fact[date | None] = milestone(
        fr="Transmission au préfet de la délibération sur les loyers", en="Resolution on the rents sent to the prefect", step=2
    )
    allocation_report_made_on: Fact[date | None] = milestone(
        fr="Compte rendu annuel de la CALEOL au conseil", en="Yearly report of the allocation committee (CALEOL) to the board", step=2
    )

    contradictions = (
        too_early(
            income_survey_closed_on,
            before=income_survey_sent_on,
            code="INCOME_SURVEY_CLOSED_BEFORE_SENT",
            fr="L’enquête ressources est close avant d’avoir été envoyée",
            en="The income survey is closed before it was sent",
        ),
        too_early(
            occupation_survey_results_sent_on,
            before=occupation_survey_sent_on,
            code="OCCUPATION_RESULTS_BEFORE_SURVEY",
            fr="Les résultats de l’enquête d’occupation sont transmis avant son envoi aux locataires",
            en="The results of the occupation survey are sent before the survey was",
        ),
        too_early(
            rent_resolution_sent_on,
            before=rents_revised_on,
            code="RENT_RESOLUTION_SENT_BEFORE_TAKEN",
            fr="La délibération sur les loyers est transmise avant d’avoir été prise",
            en="The resolution on the rents is sent before it was taken",
        ),
    )


class Landlord(SocialUtility, Subject, title=text(fr="Bailleur", en="Landlord")):
    """A body that lets social housing."""

    steps = (
        text(fr="Le bailleur", en="The landlord"),
        text(fr="Ses années", en="Its years"),
    )

    social_utility_agreement_ends_on: Fact[date] = fact(
        fr="Fin de la convention d’utilité sociale en cours",
        en="End of the social utility agreement under way",
        minimum=date(2000, 1, 1),
    )
    social_utility_agreement_signed_on: Fact[date | None] = milestone(
        fr="Dernière signature d’une convention d’utilité sociale", en="Last signature of a social utility agreement"
    )
    asset_strategy_approved_on: Fact[date | None] = milestone(
        fr="Approbation du plan stratégique de patrimoine (PSP)", en="Asset strategy (PSP) approved"
    )
    agreement_engaged_on: Fact[date | None] = milestone(
        fr="Délibération engageant la prochaine convention d’utilité sociale",
        en="Resolution to start preparing the next social utility agreement",
    )
    sales_planned: Fact[bool] = fact(
        fr="Ventes de logements prévues dans la prochaine convention", en="Sales of dwellings planned in the next agreement"
    )
    sale_plan_consulted_on: Fact[date | None] = milestone(
        fr="Consultation sur le plan de mise en vente reçue par toutes les communes",
        en="Consultation on the plan of sales received by all the communes",
    )
    agreement_draft_sent_on: Fact[date | None] = milestone(
        fr="Envoi au préfet du projet de la prochaine convention d’utilité sociale",
        en="Draft of the next social utility agreement sent to the prefect",
    )
    years_complete: Fact[bool] = fact(
        fr="Toutes les années de la convention sont indiquées",
        en="All years of the agreement are listed",
        step=2,
        hint=text(
            fr="Six années civiles comptent, de celle où la convention commence à la dernière que comptent les indicateurs.",
            en="Six calendar years count, from the one in which the agreement begins to the last that the indicators count.",
        ),
    )
    years: Parts[LandlordYear] = parts(fr="Années", en="Years", complete=years_complete)
