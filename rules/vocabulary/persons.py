"""What the law calls the persons of a household."""

from domain.calendar import years
from domain.conditions import any_of, named, present, reached
from domain.households import Household
from domain.persons import Custody, LegalProtection, Nationality, Person, ProfessionalSituation, ProtectionStatus, Role, TaxSituation
from domain.text import text

TITLE = text(fr="Personnes", en="Persons")

is_applicant_or_co_applicant = named(
    text(fr="demandeur, conjoint ou futur cotitulaire du bail", en="applicant, spouse or future co-tenant"),
    Person.role.one_of(Role.APPLICANT, Role.SPOUSE, Role.CO_TENANT),
    otherwise=text(fr="ni demandeur, ni conjoint, ni futur cotitulaire du bail", en="neither applicant nor spouse nor future co-tenant"),
)

is_adult = named(
    text(fr="personne majeure", en="adult"),
    reached(Person.born_on + years(18)),
    otherwise=text(fr="personne mineure", en="minor"),
)

is_minor = named(text(fr="personne mineure", en="minor"), ~is_adult)

is_other_adult = named(
    text(fr="autre personne majeure appelée à vivre dans le logement", en="other adult who will live in the dwelling"),
    is_adult & ~is_applicant_or_co_applicant,
)

is_adult_on_lease = named(
    text(fr="personne majeure qui signera le bail", en="adult who will sign the lease"),
    is_adult & is_applicant_or_co_applicant,
)

is_half_of_couple = named(
    text(fr="demandeur ou conjoint", en="applicant or spouse"),
    Person.role.one_of(Role.APPLICANT, Role.SPOUSE),
)

is_french_or_european = named(
    text(fr="nationalité française, de l’UE, de l’EEE ou suisse", en="French, EU, EEA or Swiss national"),
    Person.nationality.one_of(Nationality.FRENCH, Nationality.EU_EEA_SWISS),
)

is_employed = named(
    text(fr="personne salariée", en="employed"),
    Person.professional_situation.one_of(
        ProfessionalSituation.PERMANENT_EMPLOYEE,
        ProfessionalSituation.FIXED_TERM_EMPLOYEE,
        ProfessionalSituation.TEMPORARY_WORKER,
    ),
)

# An apprentice has a contract of employment too, of a kind of its own.
has_employer = named(
    text(fr="personne salariée ou en apprentissage", en="employed, or an apprentice"),
    is_employed | (Person.professional_situation == ProfessionalSituation.APPRENTICE),
)

is_self_employed = named(
    text(fr="activité non salariée", en="self-employed"),
    Person.professional_situation == ProfessionalSituation.SELF_EMPLOYED,
    otherwise=text(fr="pas d’activité non salariée", en="not self-employed"),
)

may_have_employer = named(
    text(fr="personne salariée, en apprentissage ou en recherche d’emploi", en="employed, an apprentice or a jobseeker"),
    has_employer | (Person.professional_situation == ProfessionalSituation.UNEMPLOYED),
)

is_applicant_on_joint_notice = named(
    text(fr="demandeur sur un avis commun avec le conjoint", en="applicant on a joint notice with the spouse"),
    (Person.role == Role.APPLICANT) & (Person.tax_situation == TaxSituation.JOINT_NOTICE),
)

# One notice for two: the spouse has no other, and what it states is the income of both.
is_on_applicants_notice = named(
    text(fr="conjoint figurant sur l’avis commun du demandeur", en="spouse on the joint notice of the applicant"),
    (Person.role == Role.SPOUSE) & any_of(Household.persons, is_applicant_on_joint_notice),
    otherwise=text(fr="pas sur l’avis commun du demandeur", en="not on the joint notice of the applicant"),
)

is_on_joint_notice = named(
    text(fr="personne majeure sur un avis commun avec le conjoint", en="adult on a joint notice with the spouse"),
    is_adult & ((Person.tax_situation == TaxSituation.JOINT_NOTICE) | is_on_applicants_notice),
)

has_notice_of_own = named(
    text(fr="personne majeure qui justifie elle-même de ses revenus", en="adult who proves their own income"),
    is_adult & ~is_on_applicants_notice,
)

states_income_of_couple = named(
    text(fr="demandeur dont l’avis commun porte les revenus du couple", en="applicant whose joint notice states the income of both"),
    is_applicant_on_joint_notice & present(Person.reference_tax_income),
)

is_counted_with_applicant = named(
    text(fr="conjoint dont les revenus sont comptés avec ceux du demandeur", en="spouse whose income is counted with the applicant's"),
    (Person.role == Role.SPOUSE) & any_of(Household.persons, states_income_of_couple),
)

# Neither the applicant nor who signs the lease with them can be a dependant of the household: that is a contradiction.
is_dependant = named(
    text(fr="personne à charge", en="dependant"),
    ~is_applicant_or_co_applicant & Person.dependant,
)

# CGI, art. 196 A bis: a holder of the card who lives under the roof; who else is a dependant relative is from memory.
is_dependent_relative = named(
    text(fr="ascendant ou personne invalide à charge", en="dependent parent, grandparent or disabled person"),
    is_other_adult & ((Person.role == Role.ASCENDANT) | Person.disability_card) & Person.dependant,
)

is_on_anothers_notice = named(
    text(fr="figurant sur l’avis d’imposition d’une autre personne", en="on the tax notice of another person"),
    Person.tax_situation.one_of(TaxSituation.DEPENDANT_ON_NOTICE, TaxSituation.PARENTS_NOTICE),
    otherwise=text(fr="sur aucun avis d’imposition d’une autre personne", en="on no tax notice of another person"),
)

# CGI, art. 196 and 196 B: whoever stands on the notice of another as a dependant, or joined to it, is one; the spouse never is.
is_adult_dependant_on_notice = named(
    text(
        fr="personne majeure à charge, ou rattachée, sur l’avis d’une autre personne du ménage",
        en="adult on the notice of another person of the household",
    ),
    is_other_adult & (Person.tax_situation == TaxSituation.DEPENDANT_ON_NOTICE),
)

is_child = named(
    text(fr="enfant du ménage", en="child of the household"),
    Person.role == Role.CHILD,
)

# Custody and visiting rights end when a child comes of age.
is_minor_child = named(
    text(fr="enfant mineur du ménage", en="minor child of the household"),
    is_child & ~is_adult,
)

is_in_alternating_custody = named(
    text(fr="enfant mineur en garde alternée", en="minor child in alternating custody"),
    is_minor_child & (Person.custody == Custody.ALTERNATING),
)

is_visiting_child = named(
    text(fr="enfant mineur en droit de visite et d’hébergement", en="minor child who visits and is put up"),
    is_minor_child & (Person.custody == Custody.VISITING_RIGHTS),
)

# CGI, art. 6 and 196: whoever had a minor child or a dependant declared what these earned with their own income. Of an adult it is the
# notice of that year that says so: who is a dependant since had one of their own, and what it states counts.
is_counted_on_anothers_notice = named(
    text(
        fr="revenus comptés sur l’avis d’une autre personne du ménage", en="income counted on the notice of another person of the household"
    ),
    is_counted_with_applicant
    | is_minor_child
    | (~is_applicant_or_co_applicant & (Person.tax_situation == TaxSituation.DEPENDANT_ON_NOTICE)),
    otherwise=text(fr="chaque avis compté une fois", en="each tax notice counted once"),
)

is_from_third_country = named(
    text(fr="ressortissant d’un pays tiers", en="third-country national"),
    Person.nationality == Nationality.THIRD_COUNTRY,
)

is_refugee_or_protected = named(
    text(fr="réfugié ou bénéficiaire de la protection subsidiaire", en="refugee or beneficiary of subsidiary protection"),
    is_from_third_country & Person.protection_status.one_of(ProtectionStatus.REFUGEE, ProtectionStatus.SUBSIDIARY_PROTECTION),
    otherwise=text(
        fr="ni réfugié ni bénéficiaire de la protection subsidiaire", en="neither refugee nor beneficiary of subsidiary protection"
    ),
)

# Refugees and protected persons are not sent back to the authorities of their country: they show their income otherwise.
is_taxed_abroad_without_protection = named(
    text(
        fr="personne imposée à l’étranger, en tout ou partie, sans protection internationale",
        en="taxed abroad, in whole or in part, without international protection",
    ),
    Person.tax_situation.one_of(TaxSituation.ABROAD, TaxSituation.FRANCE_AND_ABROAD) & ~is_refugee_or_protected,
)

is_under_guardianship = named(
    text(fr="personne majeure sous tutelle ou curatelle", en="adult under guardianship or curatorship"),
    Person.legal_protection.one_of(LegalProtection.GUARDIANSHIP, LegalProtection.CURATORSHIP),
)

has_disability = named(
    text(fr="personne en situation de handicap", en="person who lives with a disability"),
    Person.disability_card | Person.disabled,
)
