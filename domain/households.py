"""
The household that asks for a dwelling, and the persons who will live in it.

Form steps: 1 who they are, 2 work and schooling, 3 income, 4 the dwelling that is proposed.
"""

from datetime import date
from decimal import Decimal

from domain.calendar import years
from domain.conditions import any_of, count, reached
from domain.facts import Fact, fact
from domain.subjects import Contradiction, Parts, Subject, parts
from domain.text import Choice, text


class Nationality(Choice):
    """The groups of nationalities that the law on residence tells apart."""

    FRENCH = text(fr="Française", en="French")
    EU_EEA_SWISS = text(fr="Union européenne, Espace économique européen ou Suisse", en="European Union, European Economic Area or Swiss")
    THIRD_COUNTRY = text(fr="Autre État", en="Another State")


class ResidenceDocument(Choice):
    """What shows the right of residence of a third-country national."""

    PERMIT = text(fr="Titre de séjour", en="Residence permit")
    RENEWAL_RECEIPT = text(fr="Récépissé de demande de renouvellement", en="Receipt of a renewal application")
    WITHDRAWAL_AGREEMENT = text(fr="Titre « accord de retrait » (Royaume-Uni)", en="“Withdrawal agreement” permit (United Kingdom)")
    TEMPORARY_PROTECTION = text(fr="Autorisation « protection temporaire »", en="“Temporary protection” permit")


class Role(Choice):
    """What a person is in the request."""

    APPLICANT = text(fr="Demandeur", en="Applicant")
    SPOUSE = text(fr="Conjoint, partenaire de PACS ou concubin", en="Spouse or partner")
    CO_TENANT = text(fr="Futur cotitulaire du bail, hors couple", en="Future co-tenant, not the partner")
    CHILD = text(fr="Enfant", en="Child")
    OTHER = text(fr="Autre personne", en="Other person")


class ProfessionalSituation(Choice):
    """What a person does for a living."""

    PERMANENT_EMPLOYEE = text(fr="Salarié en contrat à durée indéterminée, fonctionnaire", en="Permanent employee, civil servant")
    FIXED_TERM_EMPLOYEE = text(fr="Salarié en contrat à durée déterminée", en="Fixed-term employee")
    TEMPORARY_WORKER = text(fr="Intérimaire", en="Temporary agency worker")
    APPRENTICE = text(fr="Apprenti", en="Apprentice")
    SELF_EMPLOYED = text(fr="Artisan, commerçant, profession libérale", en="Self-employed")
    STUDENT = text(fr="Étudiant", en="Student")
    UNEMPLOYED = text(fr="Demandeur d’emploi", en="Jobseeker")
    RETIRED = text(fr="Retraité", en="Retired")
    OTHER = text(fr="Autre situation", en="Other")


class TaxSituation(Choice):
    """On whose tax notice the income of the year before last stands."""

    OWN_NOTICE = text(fr="Avis d’imposition à son nom", en="A tax notice in the person's own name")
    PARENTS_NOTICE = text(fr="Rattaché au foyer fiscal des parents", en="On the parents' tax notice")
    ABROAD = text(fr="Imposé à l’étranger", en="Taxed abroad")


class LegalProtection(Choice):
    """Whether a court has put an adult under protection."""

    NONE = text(fr="Aucune", en="None")
    GUARDIANSHIP = text(fr="Tutelle", en="Guardianship")
    CURATORSHIP = text(fr="Curatelle", en="Curatorship")


class CeilingZone(Choice):
    """The zones of the income ceilings."""

    PARIS_AND_ADJOINING = text(fr="Paris et communes limitrophes", en="Paris and adjoining communes")
    ILE_DE_FRANCE = text(fr="Reste de l’Île-de-France", en="Rest of Île-de-France")
    OTHER_REGIONS = text(fr="Autres régions", en="Other regions")


class Person(Subject, title=text(fr="Personne", en="Person")):
    """Somebody who will live in the dwelling."""

    role: Fact[Role] = fact(fr="Place dans la demande", en="Role in the request", personal=True)
    born_on: Fact[date] = fact(fr="Date de naissance", en="Date of birth", personal=True, minimum=date(1890, 1, 1), past=True)
    nationality: Fact[Nationality] = fact(fr="Nationalité", en="Nationality", personal=True)
    residence_document: Fact[ResidenceDocument] = fact(fr="Document de séjour", en="Residence document", personal=True)
    legal_protection: Fact[LegalProtection] = fact(fr="Mesure de protection juridique", en="Legal protection", personal=True)
    disability_card: Fact[bool] = fact(
        fr="Carte mobilité inclusion, mention invalidité", en="Mobility inclusion card, disability mention", personal=True
    )
    professional_situation: Fact[ProfessionalSituation] = fact(
        fr="Situation professionnelle", en="Professional situation", personal=True, step=2
    )
    dependant: Fact[bool] = fact(fr="À charge au sens fiscal", en="Dependant under the tax code", personal=True, step=3)
    tax_situation: Fact[TaxSituation] = fact(
        fr="Situation fiscale de l’année N-2", en="Tax situation for the year before last", personal=True, step=3
    )
    reference_tax_income: Fact[Decimal | None] = fact(
        fr="Revenu fiscal de référence de l’année N-2 (néant : sans avis d’imposition à son nom)",
        en="Reference tax income of the year before last (none: no tax notice in the person's own name)",
        unit="EUR/year",
        personal=True,
        step=3,
        minimum=0,
    )

    contradictions = (
        Contradiction(
            role.one_of(Role.APPLICANT, Role.SPOUSE, Role.CO_TENANT) & dependant,
            code="APPLICANT_IS_DEPENDANT",
            message=text(
                fr="Le demandeur, son conjoint ou le cotitulaire ne peut être à charge du ménage : corriger sa place ou sa charge.",
                en="The applicant, the spouse or the co-tenant cannot be a dependant of the household: correct the role or the dependency.",
            ),
        ),
    )


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
