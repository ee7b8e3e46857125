"""What the law says of a building that is being emptied before it comes down."""

from domain.buildings import Building, Dwelling
from domain.calendar import months
from domain.conditions import all_of, any_of, happened, known, later, named, passed, present
from domain.funding import Loan
from domain.operations import Operation, Rehousing
from domain.text import text
from rules.vocabulary.operations import is_demolition

TITLE = text(fr="Bâtiments à démolir", en="Buildings to be demolished")

# Two versions of L443-15-1 that were read, until 2006 and as a court applied it in 2017, say nothing of it: it closes no task.
AGREED_IN_CONVENTION = text(
    fr="Une convention ANRU signée qui nomme la démolition en dispense peut-être (de mémoire, à vérifier dans L443-15-1).",
    en="A signed ANRU agreement that names the demolition perhaps makes it needless (from memory, to be verified in L443-15-1).",
)

may_end_the_right_to_stay = named(
    text(
        fr="démolition autorisée par le préfet, ou nommée par une convention ANRU signée",
        en="demolition authorised by the prefect, or named in a signed ANRU agreement",
    ),
    happened(Operation.prefect_authorised_on) | happened(Operation.anru_agreement_signed_on),
    otherwise=text(
        fr="démolition ni autorisée par le préfet, ni nommée par une convention ANRU signée",
        en="demolition neither authorised by the prefect nor named in a signed ANRU agreement",
    ),
)

is_vacated = named(
    text(fr="bâtiment à démolir, libéré de ses occupants", en="building to be demolished, vacated by its occupants"),
    is_demolition & happened(Operation.building_empty_recorded_on),
)

argues_for_demolition = named(
    text(fr="démolition dont le dossier d’intention est à déposer", en="demolition whose intention file is yet to be filed"),
    is_demolition & ~happened(Operation.intention_file_deposited_on),
)

# That a silence of three months is long is our own proposal.
awaits_an_answer_for_long = named(
    text(fr="dossier d’intention sans réponse depuis trois mois", en="intention file without an answer for three months"),
    is_demolition
    & passed(Operation.intention_file_deposited_on + months(3))
    & ~happened(Operation.intention_file_answered_on)
    & ~happened(Operation.prefect_authorised_on),
)

has_refused_three_offers = named(
    text(fr="ménage qui a refusé trois offres conformes", en="household that refused three offers that met the law"),
    happened(Rehousing.third_offer_on) & Rehousing.three_offers_refused,
)

has_not_refused_three_offers = named(
    text(fr="ménage qui n’a pas refusé trois offres conformes", en="household that did not refuse three offers that met the law"),
    known(Rehousing.three_offers_refused) & ~Rehousing.three_offers_refused,
    otherwise=text(fr="refus de trois offres conformes dit, ou pas encore su", en="refusal of three offers stated, or not known yet"),
)

is_still_there = named(
    text(fr="ménage encore là avant une démolition", en="household still there before a demolition"),
    is_demolition & ~happened(Rehousing.left_on),
)

has_third_offer_before_authorisation = named(
    text(
        fr="ménage encore là, dont la troisième offre précède ce qui autorise la démolition",
        en="household still there, whose third offer came before what authorises the demolition",
    ),
    is_still_there
    & happened(Rehousing.third_offer_on)
    & ~later(Rehousing.third_offer_on, than=Operation.prefect_authorised_on)
    & ~later(Rehousing.third_offer_on, than=Operation.anru_agreement_signed_on),
)

counts_offers_made_before_authorisation = named(
    text(
        fr="offres de relogement faites avant ce qui autorise la démolition, comptées ici comme valables",
        en="rehousing offers made before what authorises the demolition, counted here as valid",
    ),
    (has_third_offer_before_authorisation | is_still_there & (Rehousing.offers_notified > 0) & ~may_end_the_right_to_stay)
    & ~happened(Rehousing.offers_confirmed_on),
    note=text(
        fr="Le texte ouvre ces six mois « en cas d’autorisation de démolir », sans dire si une offre antérieure compte : à faire confirmer "
        "par le service juridique.",
        en="The text grants these six months where the demolition is authorised, and does not say whether an earlier offer counts: to be "
        "confirmed by the legal service.",
    ),
)

has_been_made_three_offers = named(
    text(fr="ménage encore là après la troisième offre", en="household still there after the third offer"),
    is_still_there & happened(Rehousing.third_offer_on),
)

may_lose_the_right_to_stay = named(
    text(
        fr="ménage encore là, démolition autorisée par le préfet ou nommée par une convention ANRU signée",
        en="household still there, demolition authorised by the prefect or named in a signed ANRU agreement",
    ),
    is_still_there & may_end_the_right_to_stay & ~has_not_refused_three_offers,
)

has_third_offer = named(
    text(fr="troisième offre datée", en="third offer with a day"),
    present(Rehousing.third_offer_on),
    otherwise=text(fr="troisième offre sans date", en="third offer without a day"),
)

keeps_the_right_to_stay = named(
    text(
        fr="ménage encore là, sans troisième offre, sans refus ou sans rien qui autorise la démolition",
        en="household still there, without a third offer, without a refusal or without anything that authorises the demolition",
    ),
    ~happened(Rehousing.left_on) & ~(has_third_offer & may_end_the_right_to_stay & ~has_not_refused_three_offers),
)

leaves_after_the_survey = named(
    text(fr="ménage encore là, ou parti après le repérage amiante", en="household still there, or gone after the asbestos survey"),
    ~happened(Rehousing.left_on) | later(Rehousing.left_on, than=Operation.asbestos_demolition_survey_received_on),
)

is_loan_on_demolished_building = named(
    text(fr="prêt sur le bâtiment démoli, hors du plan de financement", en="loan on the demolished building, outside the funding plan"),
    is_demolition & ~Loan.in_funding_plan,
)

building_has_secured_vacated_dwellings = named(
    text(fr="bâtiment dont chaque logement libéré est neutralisé", en="building of which every vacated dwelling is secured"),
    all_of(Building.dwellings, happened(Dwelling.secured_on) | Dwelling.occupied),
)

has_secured_vacated_dwellings = named(
    text(fr="tous les logements libérés sont neutralisés", en="every vacated dwelling is secured"),
    all_of(Operation.buildings, building_has_secured_vacated_dwellings),
    otherwise=text(fr="logements libérés à neutraliser", en="vacated dwellings to be secured"),
)

leaves_vacated_dwellings_open = named(
    text(fr="démolition à logements libérés non neutralisés", en="demolition with vacated dwellings that are not secured"),
    is_demolition & ~has_secured_vacated_dwellings,
)

building_has_vacant_dwellings = named(
    text(fr="bâtiment à logements vacants", en="building with vacant dwellings"),
    any_of(Building.dwellings, ~Dwelling.occupied),
)

may_claim_relief_for_vacancy = named(
    text(
        fr="organisme HLM ou SEM, logements vacants d’un immeuble à démolir",
        en="HLM body or semi-public company, vacant dwellings of a building to be demolished",
    ),
    is_demolition & Operation.hlm_or_sem_landlord & any_of(Operation.buildings, building_has_vacant_dwellings),
)

has_state_aided_buildings = named(
    text(fr="bâtiments construits avec l’aide de l’État", en="buildings built with State aid"),
    any_of(Operation.buildings, Building.state_aided),
)

# L443-15-1 spoke of State aid until 2006; since then of any dwelling building of an HLM body, aided or not.
is_demolition_to_authorise = named(
    text(
        fr="démolition de bâtiments d’un organisme HLM, ou construits avec l’aide de l’État",
        en="demolition of buildings of an HLM body, or built with State aid",
    ),
    is_demolition & (has_state_aided_buildings | Operation.hlm_or_sem_landlord),
)
