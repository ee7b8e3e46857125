"""
The household that asks for a dwelling: its persons together.

Form steps: 1 who they are, 2 work and schooling, 3 income, 4 the dwelling that is proposed.
"""

from decimal import Decimal

from domain.calendar import years
from domain.conditions import any_of, count, reached
from domain.facts import Fact, fact
from domain.persons import Person, Role
from domain.subjects import Contradiction, Parts, Subject, parts
from domain.text import Choice, text


class CeilingZone(Choice):
    """The zones of the income ceilings."""

    PARIS_AND_ADJOINING = text(fr="Paris et communes limitrophes", en="Paris and adjoining communes")
    ILE_DE_FRANCE = text(fr="Reste de l’Île-de-France", en="Rest of Île-de-France")
    OTHER_REGIONS = text(fr="Autres régions", en="Other regions")


class Household(Subject, title=text(fr="Ménage", en="Household")):
    """Those who ask for a dwelling together."""

    persons_complete: Fact[bool] = fact(fr="Toutes les personnes sont indiquées", en="All persons are listed")
    persons: Parts[Person] = parts(fr="Personnes", en="Persons", complete=persons_complete)
    recent_income: Fact[Decimal | None] = fact(
        fr="Ressources de l’année N-1 ou des douze derniers mois, si une baisse est invoquée (néant : aucune)",
        en="Income of last year or of the last twelve months, where a drop is claimed (none: no drop is claimed)",
        unit="EUR/year",
        personal=True,
        step=3,
        minimum=0,
    )
    monthly_resources: Fact[Decimal] = fact(
        fr="Ressources mensuelles du ménage", en="Monthly resources of the household", unit="EUR/month", personal=True, step=3, minimum=0
    )
    commune: Fact[str] = fact(fr="Commune du logement (code INSEE)", en="Commune of the dwelling (INSEE code)", personal=True, step=4)
    ceiling_zone: Fact[CeilingZone] = fact(fr="Zone des plafonds de ressources", en="Zone of the income ceilings", provided=True, step=4)
    rent: Fact[Decimal] = fact(fr="Loyer proposé", en="Proposed rent", unit="EUR/month", personal=True, step=4, minimum=0)
    annex_rents: Fact[Decimal] = fact(
        fr="Loyers des annexes (garage, jardin)",
        en="Rents of the annexes (garage, garden)",
        unit="EUR/month",
        personal=True,
        step=4,
        minimum=0,
    )
    recoverable_charges: Fact[Decimal] = fact(
        fr="Charges récupérables", en="Recoverable charges", unit="EUR/month", personal=True, step=4, minimum=0
    )
    energy_contribution: Fact[Decimal] = fact(
        fr="Contribution aux économies d’énergie", en="Energy-savings contribution", unit="EUR/month", personal=True, step=4, minimum=0
    )
    housing_benefit: Fact[Decimal] = fact(fr="Aide au logement", en="Housing benefit", unit="EUR/month", personal=True, step=4, minimum=0)

    contradictions = (
        Contradiction(
            persons_complete & ~any_of(persons, reached(Person.born_on + years(18))),
            code="HOUSEHOLD_WITHOUT_ADULT",
            message=text(
                fr="Un ménage complet compte au moins un majeur : ajouter la personne qui manque ou corriger une date de naissance.",
                en="A complete household has at least one adult: add the missing person or correct a date of birth.",
            ),
        ),
        Contradiction(
            count(persons, Person.role == Role.APPLICANT) > 1,
            code="SEVERAL_APPLICANTS",
            message=text(
                fr="Une demande a un seul demandeur : donner aux autres une autre place.",
                en="A request has one applicant: give the others another role.",
            ),
        ),
    )
