"""
The household that asks for a dwelling: its persons together.

Form steps: 1 who they are, 2 work and schooling, 3 income, 4 where they live and why they ask, 5 the dwelling that is
proposed.
"""

from decimal import Decimal

from domain.calendar import years
from domain.conditions import any_of, count, reached
from domain.facts import Fact, fact
from domain.persons import Person, Role
from domain.proposed_dwellings import ProposedDwelling
from domain.subjects import Contradiction, Parts, Subject, parts
from domain.text import Choice, text


class MaritalStatus(Choice):
    """The applicant's family situation."""

    SINGLE = text(fr="Célibataire", en="Single")
    MARRIED = text(fr="Marié ou mariée", en="Married")
    CIVIL_PARTNERSHIP = text(fr="Pacsé ou pacsée", en="In a civil partnership (PACS)")
    COHABITING = text(fr="En concubinage", en="Cohabiting")
    SEPARATING = text(fr="En instance de divorce ou de séparation", en="Divorcing or separating")
    DIVORCED = text(fr="Divorcé ou divorcée", en="Divorced")
    CIVIL_PARTNERSHIP_ENDED = text(fr="PACS dissous", en="Civil partnership ended")
    WIDOWED = text(fr="Veuf ou veuve", en="Widowed")


class Separation(Choice):
    """How a couple separates."""

    JUDICIAL = text(fr="Devant le juge", en="Before the judge")
    MUTUAL_CONSENT = text(fr="Par consentement mutuel", en="By mutual consent")


class HouseholdIncomeKind(Choice):
    """What the household lives on together."""

    FAMILY_BENEFITS = text(fr="Prestations familiales", en="Family benefits")
    RSA = text(fr="Revenu de solidarité active (RSA)", en="Minimum income (RSA)")
    ACTIVITY_BONUS = text(fr="Prime d’activité", en="Activity bonus")
    ALIMONY_RECEIVED = text(fr="Pension alimentaire reçue", en="Maintenance received (pension alimentaire)")
    OTHER = text(fr="Autre ressource du ménage", en="Other")


class RecentIncomePeriod(Choice):
    """Over which period a drop of income is claimed."""

    LAST_YEAR = text(fr="Année N-1", en="Last year")
    LAST_TWELVE_MONTHS = text(fr="Douze derniers mois", en="Last twelve months")


class CurrentHousing(Choice):
    """Where the household lives today."""

    SOCIAL_TENANT = text(fr="Locataire du parc social", en="Tenant in social housing")
    PRIVATE_TENANT = text(fr="Locataire du parc privé", en="Tenant in private housing")
    SUBTENANT = text(fr="Sous-locataire", en="Subtenant")
    HOSTED_BY_RELATIVE = text(fr="Hébergement par un membre de la famille", en="Hosted by a relative")
    HOSTED_BY_THIRD_PARTY = text(fr="Hébergement par un tiers", en="Hosted by a third party")
    SHELTER = text(fr="Structure d’hébergement", en="Shelter")
    SOCIAL_RESIDENCE = text(fr="Résidence sociale", en="Social residence")
    HOSTEL = text(fr="Foyer", en="Hostel (foyer)")
    HOTEL = text(fr="Hôtel", en="Hotel")
    CAMPING = text(fr="Terrain de camping", en="Camping site")
    HOMELESS = text(fr="Sans abri", en="Homeless")
    OWNER = text(fr="Propriétaire", en="Owner")
    FREE_HOUSING = text(fr="Logement à titre gratuit", en="Housed free of charge")
    TIED_HOUSING = text(fr="Logement de fonction", en="Tied accommodation")


class RequestReason(Choice):
    """Why a household asks for a dwelling."""

    NO_HOUSING = text(fr="Sans logement", en="No housing")
    DEMOLITION = text(fr="Logement démoli", en="Dwelling to be demolished")
    INDECENT_DWELLING = text(fr="Logement non décent", en="Dwelling not decent")
    UNHEALTHY_OR_DANGEROUS = text(fr="Logement insalubre ou dangereux", en="Unhealthy or dangerous dwelling")
    UNFIT_PREMISES = text(fr="Local impropre à l’habitation", en="Premises unfit for habitation")
    TAKEN_BACK_OR_SOLD = text(fr="Logement repris ou vendu", en="Dwelling taken back or sold")
    EVICTION = text(fr="Procédure d’expulsion", en="Eviction")
    OVERCROWDING = text(fr="Logement trop petit", en="Dwelling too small")
    TOO_EXPENSIVE = text(fr="Logement trop cher", en="Dwelling too expensive")
    LEAVING_SHELTER = text(fr="Sortie d’hébergement", en="Leaving a shelter")
    OWNER_IN_DIFFICULTY = text(fr="Propriétaire en difficulté", en="Owner in difficulty")
    DOMESTIC_VIOLENCE = text(fr="Violences familiales", en="Domestic violence")
    ASSAULT_OR_INSECURITY = text(fr="Agression ou insécurité", en="Assault or insecurity")
    DISABILITY = text(fr="Handicap", en="Disability")
    HEALTH = text(fr="Raisons de santé", en="Health")
    FAMILY_REUNIFICATION = text(fr="Regroupement familial", en="Family reunification")
    CHILDMINDER = text(fr="Assistance maternelle ou familiale", en="Childminder or foster carer")
    JOB_MOBILITY = text(fr="Mobilité professionnelle", en="Job mobility")
    NEAR_WORK = text(fr="Rapprochement du lieu de travail", en="To live near work")
    OTHER = text(fr="Autre motif", en="Other reason")


class Household(ProposedDwelling, Subject, title=text(fr="Ménage", en="Household")):
    """Those who ask for a dwelling together."""

    steps = (
        text(fr="Qui", en="Who they are"),
        text(fr="Travail et études", en="Work and schooling"),
        text(fr="Ressources", en="Income"),
        text(fr="Logement actuel et motifs de la demande", en="Where they live, and why they ask"),
        text(fr="Logement proposé", en="The dwelling that is proposed"),
    )

    persons_complete: Fact[bool] = fact(
        fr="Toutes les personnes sont indiquées",
        en="All persons are listed",
        hint=text(
            fr="Répondre oui quand toutes celles qui vivront dans le logement sont saisies.",
            en="Answer yes once all who will live in the dwelling are entered.",
        ),
    )
    persons: Parts[Person] = parts(fr="Personnes", en="Persons", complete=persons_complete, most=50)
    marital_status: Fact[MaritalStatus] = fact(fr="Situation familiale du demandeur", en="Applicant's family situation", personal=True)
    separation: Fact[Separation] = fact(fr="Mode de séparation", en="Kind of separation", personal=True)
    tax_notice_shows_divorce: Fact[bool] = fact(
        fr="Avis d’imposition mentionnant le divorce", en="The tax notice shows the divorce", personal=True
    )
    tax_notice_own_income_only: Fact[bool] = fact(
        fr="Avis d’imposition ne portant que les revenus du demandeur", en="The tax notice shows the applicant's income only", personal=True
    )
    expecting_child: Fact[bool] = fact(
        fr="Enfant à naître",
        en="Expecting a child",
        sensitive=True,
        hint=text(
            fr="Pour la taille du logement ; l’enfant compte dans les plafonds de ressources une fois né.",
            en="For the size of the dwelling; the child counts for the income ceilings once born.",
        ),
    )
    dependent_relatives: Fact[int] = fact(
        fr="Ascendants ou personnes invalides à charge",
        en="Dependent relatives or disabled persons",
        unit="person",
        sensitive=True,
        minimum=0,
    )

    household_income_kinds: Fact[frozenset[HouseholdIncomeKind]] = fact(
        fr="Ressources perçues par le ménage", en="Income that the household receives", personal=True, step=3
    )
    alimony_paid: Fact[Decimal] = fact(
        fr="Pension alimentaire versée",
        en="Maintenance paid (pension alimentaire)",
        unit="EUR/month",
        personal=True,
        step=3,
        minimum=0,
        hint=text(fr="0 si le ménage n’en verse pas.", en="0 if the household pays none."),
    )
    spouse_in_care_home: Fact[bool] = fact(fr="Conjoint en EHPAD", en="Spouse in a care home (EHPAD)", sensitive=True, step=3)
    recent_income: Fact[Decimal | None] = fact(
        fr="Ressources de l’année N-1 ou des douze derniers mois, en cas de baisse",
        en="Income of last year or of the last twelve months, where a drop is claimed",
        unit="EUR/year",
        personal=True,
        step=3,
        minimum=0,
        hint=text(
            fr="Si les ressources n’ont pas baissé d’au moins 10 % depuis l’année N-2, répondre « néant ». En revenus imposables, comme "
            "le veut l’arrêté de 1987, et après les mêmes déductions que le revenu fiscal de référence auquel ils se comparent (pour un "
            "salaire, 10 % : de mémoire) : ni le salaire net perçu, ni les prestations non imposables.",
            en="Where income has not dropped by at least 10% since the year before last, answer none. In taxable income, as the arrêté of "
            "1987 has it, and after the same deductions as the reference tax income that it is compared with (of a salary, 10%: from "
            "memory): neither the net pay received nor benefits that are not taxed.",
        ),
    )
    recent_income_period: Fact[RecentIncomePeriod] = fact(
        fr="Période de la baisse invoquée", en="Period of the drop that is claimed", personal=True, step=3
    )
    monthly_resources: Fact[Decimal] = fact(
        fr="Ressources mensuelles du ménage",
        en="Monthly resources of the household",
        unit="EUR/month",
        personal=True,
        step=3,
        minimum=0,
        hint=text(
            fr="Toutes les personnes du ménage ensemble, aide au logement non comprise.",
            en="All persons of the household together, without the housing benefit.",
        ),
    )

    current_housing: Fact[CurrentHousing] = fact(fr="Logement actuel", en="Current housing", personal=True, step=4)
    reasons: Fact[frozenset[RequestReason]] = fact(fr="Motifs de la demande", en="Reasons of the request", sensitive=True, step=4)
    dalo_recognised: Fact[bool] = fact(
        fr="Reconnu prioritaire au titre du DALO", en="Recognised under the enforceable right to housing (DALO)", personal=True, step=4
    )
    reserved_by_employers: Fact[bool] = fact(
        fr="Demande sur le contingent d’Action Logement", en="Request under the Action Logement quota", personal=True, step=4
    )

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
            of_those_listed=True,
            message=text(
                fr="Une demande a un seul demandeur : donner aux autres une autre place.",
                en="A request has one applicant: give the others another role.",
            ),
        ),
        Contradiction(
            (count(persons) > 0) & ~any_of(persons, Person.role == Role.APPLICANT),
            code="HOUSEHOLD_WITHOUT_APPLICANT",
            message=text(
                fr="Un ménage complet compte le demandeur : l’ajouter, ou corriger la place d’une personne.",
                en="A complete household includes the applicant: add the applicant, or correct the role of a person.",
            ),
        ),
        Contradiction(
            count(persons, Person.role == Role.SPOUSE) > 1,
            code="SEVERAL_SPOUSES",
            of_those_listed=True,
            message=text(
                fr="Un demandeur a un seul conjoint, partenaire ou concubin : donner aux autres une autre place.",
                en="An applicant has one spouse or partner: give the others another role.",
            ),
        ),
    )
