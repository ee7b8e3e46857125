"""
A person who will live in the dwelling that a household asks for.

Form steps, those of the household: 1 who they are, 2 work and schooling, 3 income.
"""

from datetime import date
from decimal import Decimal

from domain.calendar import years
from domain.conditions import present, reached
from domain.facts import Fact, fact
from domain.subjects import Contradiction, Subject
from domain.text import Choice, text


class Nationality(Choice):
    """The groups of nationalities that the law on residence tells apart."""

    FRENCH = text(fr="Française", en="French")
    EU_EEA_SWISS = text(fr="Union européenne, Espace économique européen ou Suisse", en="European Union, European Economic Area or Swiss")
    THIRD_COUNTRY = text(fr="Pays tiers", en="Third country")


class ResidenceDocument(Choice):
    """What shows the right of residence of a third-country national."""

    PERMIT = text(fr="Titre de séjour", en="Residence permit")
    RENEWAL_RECEIPT = text(fr="Récépissé de demande de renouvellement", en="Receipt (récépissé) of a renewal application")
    WITHDRAWAL_AGREEMENT = text(fr="Titre « accord de retrait » (Royaume-Uni)", en="“Withdrawal agreement” permit (United Kingdom)")
    REFUGEE_RECEIPT = text(
        fr="Récépissé « reconnu réfugié » ou de protection subsidiaire",
        en="Receipt (récépissé) of a recognised refugee or protected person",
    )
    TEMPORARY_PROTECTION = text(fr="Autorisation « protection temporaire »", en="“Temporary protection” permit")


class Role(Choice):
    """What a person is in the request."""

    APPLICANT = text(fr="Demandeur", en="Applicant")
    SPOUSE = text(fr="Conjoint, partenaire de PACS ou concubin", en="Spouse or partner")
    CO_TENANT = text(fr="Futur cotitulaire du bail, hors couple", en="Future co-tenant, not the partner")
    CHILD = text(fr="Enfant", en="Child")
    ASCENDANT = text(fr="Ascendant du demandeur ou du conjoint", en="Parent or grandparent of the applicant or spouse")
    OTHER = text(fr="Autre personne", en="Other person")


class ProtectionStatus(Choice):
    """Whether France protects a third-country national."""

    NONE = text(fr="Aucune", en="None")
    REFUGEE = text(fr="Statut de réfugié", en="Refugee")
    SUBSIDIARY_PROTECTION = text(fr="Protection subsidiaire", en="Subsidiary protection")


class Filiation(Choice):
    """How a child came into the household."""

    BIRTH = text(fr="Par naissance", en="By birth")
    ADOPTED = text(fr="Par adoption", en="By adoption")
    FOSTER = text(fr="Par placement", en="By foster care")


class Custody(Choice):
    """With whom a minor child lives when the parents live apart."""

    FULL = text(fr="Vit au foyer", en="Lives in the household")
    ALTERNATING = text(fr="Garde alternée", en="Alternating custody")
    VISITING_RIGHTS = text(fr="Droit de visite et d’hébergement", en="Visiting and accommodation rights")


class ProfessionalSituation(Choice):
    """What a person does for a living."""

    PERMANENT_EMPLOYEE = text(
        fr="Emploi en contrat à durée indéterminée ou dans la fonction publique", en="Permanent employee or civil servant"
    )
    FIXED_TERM_EMPLOYEE = text(fr="Emploi en contrat à durée déterminée", en="Fixed-term employee")
    TEMPORARY_WORKER = text(fr="Intérim", en="Temporary agency worker")
    APPRENTICE = text(fr="Apprentissage", en="Apprentice")
    SELF_EMPLOYED = text(fr="Artisanat, commerce, profession libérale", en="Self-employed")
    STUDENT = text(fr="Études", en="Student")
    UNEMPLOYED = text(fr="Recherche d’emploi", en="Jobseeker")
    RETIRED = text(fr="Retraite", en="Retired")
    OTHER = text(fr="Autre situation", en="Other")


class TaxSituation(Choice):
    """On whose tax notice the income of the year before last stands."""

    OWN_NOTICE = text(fr="Avis d’imposition à son seul nom", en="A tax notice in the person's own name alone")
    JOINT_NOTICE = text(fr="Avis commun avec le conjoint", en="A joint notice with the spouse or partner")
    DEPENDANT_ON_NOTICE = text(
        fr="À charge, ou rattachement, sur l’avis d’une autre personne du ménage",
        en="A dependant on the notice of another person of the household",
    )
    PARENTS_NOTICE = text(
        fr="Rattachement à l’avis de parents qui ne vivront pas dans le logement",
        en="On the notice of parents who will not live in the dwelling",
    )
    ABROAD = text(fr="Imposition à l’étranger", en="Taxed abroad")
    FRANCE_AND_ABROAD = text(fr="Imposition en partie en France, en partie à l’étranger", en="Taxed in part in France, in part abroad")


class IncomeKind(Choice):
    """What a person lives on."""

    SALARY = text(fr="Salaire", en="Salary")
    SELF_EMPLOYMENT = text(fr="Revenus d’une activité non salariée", en="Earnings from self-employment")
    PENSION = text(fr="Pension de retraite ou de réversion", en="Retirement or survivor's pension")
    DISABILITY_PENSION = text(fr="Pension d’invalidité", en="Disability pension")
    UNEMPLOYMENT_BENEFIT = text(fr="Allocation chômage (ARE, ASS)", en="Unemployment benefit")
    DAILY_ALLOWANCES = text(
        fr="Indemnités journalières (maladie, maternité, accident)", en="Daily sickness, maternity or accident allowances"
    )
    AAH = text(fr="Allocation aux adultes handicapés (AAH)", en="Disabled adults allowance (AAH)")
    ASPA = text(fr="Allocation de solidarité aux personnes âgées (ASPA)", en="Old-age solidarity allowance (ASPA)")
    SCHOLARSHIP = text(fr="Bourse étudiante", en="Scholarship")
    OTHER = text(fr="Autre ressource", en="Other")


class LegalProtection(Choice):
    """Whether a court has put an adult under protection."""

    NONE = text(fr="Aucune", en="None")
    GUARDIANSHIP = text(fr="Tutelle", en="Guardianship")
    CURATORSHIP = text(fr="Curatelle", en="Curatorship")


class Person(Subject, title=text(fr="Personne", en="Person")):
    """Somebody who will live in the dwelling."""

    role: Fact[Role] = fact(
        fr="Place dans la demande",
        en="Role in the request",
        personal=True,
        hint=text(fr="Une demande a un seul demandeur.", en="A request has one applicant."),
    )
    born_on: Fact[date] = fact(fr="Date de naissance", en="Date of birth", personal=True, minimum=date(1890, 1, 1), past=True)
    nationality: Fact[Nationality] = fact(fr="Nationalité", en="Nationality", sensitive=True)
    residence_document: Fact[ResidenceDocument] = fact(fr="Document de séjour", en="Residence document", sensitive=True)
    protection_status: Fact[ProtectionStatus] = fact(
        fr="Protection internationale",
        en="International protection",
        sensitive=True,
        step=3,
        hint=text(
            fr="Accordée par la France. La question ne se pose que sans avis d’imposition français : les justificatifs de revenus en "
            "dépendent.",
            en="Granted by France. The question arises only where there is no French tax notice: the proof of income depends on it.",
        ),
    )
    filiation: Fact[Filiation] = fact(fr="Lien de l’enfant avec le ménage", en="How the child came into the household", personal=True)
    custody: Fact[Custody] = fact(fr="Garde de l’enfant", en="Custody of the child", personal=True)
    legal_protection: Fact[LegalProtection] = fact(
        fr="Mesure de protection juridique",
        en="Legal protection",
        sensitive=True,
        hint=text(fr="Décidée par un juge pour un majeur.", en="Decided by a court for an adult."),
    )
    disabled: Fact[bool] = fact(
        fr="En situation de handicap",
        en="Lives with a disability",
        sensitive=True,
        hint=text(
            fr="Même sans la carte : une décision de la CDAPH, une pension d’invalidité ou l’APA le montrent aussi.",
            en="Even without the card: a decision of the CDAPH, a disability pension or the APA shows it too.",
        ),
    )
    disability_card: Fact[bool] = fact(
        fr="Carte mobilité inclusion, mention invalidité",
        en="Mobility inclusion card, disability mention",
        sensitive=True,
        hint=text(fr="La carte porte la mention « invalidité ».", en="The card bears the mention “invalidité”."),
    )
    professional_situation: Fact[ProfessionalSituation] = fact(
        fr="Situation professionnelle", en="Professional situation", personal=True, step=2
    )
    has_payslips: Fact[bool] = fact(fr="Dispose de bulletins de salaire", en="Has payslips", personal=True, step=2)
    income_kinds: Fact[frozenset[IncomeKind]] = fact(fr="Nature des ressources", en="Kinds of income", sensitive=True, step=3)
    dependant: Fact[bool] = fact(
        fr="À charge au sens fiscal",
        en="Dependant under the tax code",
        personal=True,
        step=3,
        hint=text(
            fr="À ce jour : personne comptée dans le foyer fiscal d’une autre personne du ménage. Ce qu’en disait l’avis de l’année N-2 se "
            "dit sous « Situation fiscale ».",
            en="As of today: counted in the tax household of another person of the household. What the notice of the year before last said "
            "of it is said under “Tax situation”.",
        ),
    )
    tax_situation: Fact[TaxSituation] = fact(
        fr="Situation fiscale de l’année N-2",
        en="Tax situation for the year before last",
        personal=True,
        step=3,
        hint=text(
            fr="D’après l’avis de cette année-là : une personne à charge à ce jour a pu avoir alors un avis à son nom.",
            en="According to the notice of that year: someone who is a dependant today may have had a notice in their own name then.",
        ),
    )
    has_foreign_tax_document: Fact[bool] = fact(
        fr="Dispose d’un document fiscal étranger",
        en="Has a foreign tax document",
        personal=True,
        step=3,
        hint=text(
            fr="La question ne se pose que si la personne est imposée à l’étranger.",
            en="The question arises only where the person is taxed abroad.",
        ),
    )
    reference_tax_income: Fact[Decimal | None] = fact(
        fr="Revenu de l’année N-2 (fiscal de référence, ou attesté à l’étranger)",
        en="Income of the year before last (reference tax income, or certified abroad)",
        unit="EUR/year",
        personal=True,
        step=3,
        minimum=0,
        hint=text(
            fr="En première page de l’avis d’imposition, dans le cadre « Vos références ». Un avis commun se saisit pour l’un des deux "
            "seulement, et « néant » pour l’autre ; « néant » aussi de qui est à charge sur l’avis d’une autre personne. Avis des parents "
            ": les seuls revenus de la personne. Imposition à l’étranger : le montant de l’attestation, en euros ; dans les deux pays, le "
            "total des deux.",
            en="On the first page of the tax notice, in the box “Vos références”. That of a joint notice is given for one of the two, and "
            "none for the other; none too for whoever is a dependant on another person's notice. On the parents' notice: the person's own "
            "income. Taxed abroad: the amount of the certificate, in euros; in both countries, both together.",
        ),
    )

    contradictions = (
        Contradiction(
            ~reached(born_on),
            code="PERSON_NOT_BORN_YET",
            message=text(
                fr="Une personne est née après le jour de référence : choisir un jour plus tardif ou corriger la date de naissance.",
                en="A person was born after the reference day: choose a later day or correct the date of birth.",
            ),
        ),
        Contradiction(
            role.one_of(Role.APPLICANT, Role.SPOUSE, Role.CO_TENANT) & dependant,
            code="APPLICANT_IS_DEPENDANT",
            message=text(
                fr="Le demandeur, son conjoint ou le cotitulaire ne peut être à charge du ménage : corriger sa place ou sa charge.",
                en="The applicant, the spouse or the co-tenant cannot be a dependant of the household: correct the role or the dependency.",
            ),
        ),
        # Emancipation makes a minor capable of a lease as an adult is (Code civil, art. 413-6); nothing does so before 16.
        Contradiction(
            role.one_of(Role.APPLICANT, Role.SPOUSE, Role.CO_TENANT) & reached(born_on) & ~reached(born_on + years(16)),
            code="TOO_YOUNG_FOR_LEASE",
            message=text(
                fr="Le demandeur, son conjoint ou le cotitulaire a moins de 16 ans, âge de l’émancipation (code civil, art. 413-2) : "
                "corriger sa place ou sa date de naissance.",
                en="The applicant, the spouse or the co-tenant is under 16, the age of emancipation (Code civil, art. 413-2): correct the "
                "role or the date of birth.",
            ),
        ),
        Contradiction(
            (nationality == Nationality.FRENCH) & present(residence_document),
            code="RESIDENCE_DOCUMENT_OF_FRENCH",
            message=text(
                fr="Une personne de nationalité française n’a pas de document de séjour : corriger la nationalité, ou retirer le document.",
                en="A French national has no residence document: correct the nationality, or withdraw the document.",
            ),
        ),
        # The card is that of an incapacity of at least 80 %, or of an invalidity pension of the third category.
        Contradiction(
            disability_card & ~disabled,
            code="CARD_WITHOUT_DISABILITY",
            message=text(
                fr="La carte mobilité inclusion, mention invalidité, n’est donnée qu’en cas de handicap (action sociale, art. L241-3) : "
                "corriger la carte ou le handicap.",
                en="The mobility inclusion card, disability mention, is given for a disability alone (code of social action, art. L241-3): "
                "correct the card or the disability.",
            ),
        ),
    )
