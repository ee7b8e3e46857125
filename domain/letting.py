"""
The APL convention and the letting: what is signed, published, offered to tenants.

Form step: 7, as for an operation.
"""

from datetime import date

from domain.facts import Fact, fact, milestone
from domain.operation_choices import ConventionStatus
from domain.subjects import FactGroup
from domain.text import text


class Letting(FactGroup):
    """The APL convention and the letting: what is signed, published, offered to tenants."""

    apl_convention_due: Fact[bool] = fact(
        fr="Convention APL à conclure",
        en="APL agreement (convention APL) to be concluded",
        step=7,
        hint=text(
            fr="« Non » si le bâtiment en a déjà une : elle se modifie par avenant, à indiquer à « Convention à modifier » (de mémoire).",
            en="“No” where the building has one already: it is changed by an amendment, to be stated under “APL agreement to be changed” "
            "(from memory).",
        ),
    )
    address_differs_from_deed: Fact[bool] = fact(fr="Adresse différente de celle de l’acte", en="Address other than in the deed", step=7)
    convention_signed_on: Fact[date | None] = milestone(
        fr="Signature de la convention APL", en="APL agreement (convention APL) signed", step=7
    )
    convention_changed: Fact[bool] = fact(fr="Convention à modifier", en="APL agreement to be changed", step=7)
    convention_denounced_on: Fact[date | None] = milestone(
        fr="Dénonciation de la convention", en="Notice given that the APL agreement will not be renewed", step=7
    )
    convention_terminated_on: Fact[date | None] = milestone(fr="Résiliation de la convention", en="APL agreement terminated", step=7)
    energy_contribution: Fact[bool] = fact(
        fr="Contribution des locataires aux économies d’énergie", en="Energy-savings contribution of the tenants"
    )
    convention_status: Fact[ConventionStatus] = fact(
        fr="État de la convention APL", en="State of the APL agreement (convention APL)", step=7
    )
    first_letting: Fact[date] = fact(
        fr="Première mise en location prévue, ou jour qui en tient lieu",
        en="Planned first letting, or the day that stands for it",
        step=7,
        minimum=date(1900, 1, 1),
    )
    convention_sent_back_on: Fact[date | None] = milestone(
        fr="Convention renvoyée par l’instructeur", en="APL agreement sent back for correction", step=7
    )
    convention_published_on: Fact[date | None] = milestone(
        fr="Publication de la convention au fichier immobilier", en="APL agreement published in the land register", step=7
    )
    caf_sheet_sent_on: Fact[date | None] = milestone(fr="Fiche CAF envoyée", en="CAF sheet sent", step=7)
    employer_reservation_signed_on: Fact[date | None] = milestone(
        fr="Convention de réservation d’Action Logement signée", en="Reservation agreement with Action Logement signed", step=7
    )
    guarantor_reservation_signed_on: Fact[date | None] = milestone(
        fr="Convention de réservation du garant signée", en="Reservation agreement with the guarantor signed", step=7
    )
    reservation_agreements_signed_on: Fact[date | None] = milestone(
        fr="Signature de la dernière convention de réservation", en="Last reservation agreement signed", step=7
    )
    reservation_agreements_unsigned: Fact[int] = fact(
        fr="Conventions de réservation à signer", en="Reservation agreements to be signed", unit="agreement", step=7, minimum=0
    )
    other_reservations_unsigned: Fact[bool] = fact(
        fr="Parmi les conventions de réservation à signer, une autre que celles d’Action Logement et du garant (État, commune…)",
        en="Among the reservation agreements to be signed, another than those with Action Logement and the guarantor (State, commune…)",
        step=7,
        hint=text(
            fr="Non s’il n’y a que celle du garant, qui attend sa délibération, ou celle d’Action Logement, qui va avec son prêt.",
            en="No where there is only that of the guarantor, which waits for its resolution, or of Action Logement, which goes with its "
            "loan.",
        ),
    )
    hlm_or_sem_landlord: Fact[bool] = fact(
        fr="Bailleur organisme HLM ou SEM", en="Landlord an HLM body or a semi-public company (SEM)", step=7
    )
    new_rents_notified_on: Fact[date | None] = milestone(
        fr="Nouveau loyer notifié aux locataires en place", en="New rent notified to the sitting tenants", step=7
    )
    leases_proposed_on: Fact[date | None] = milestone(fr="Baux proposés aux occupants", en="Leases proposed to sitting tenants", step=7)
    leases_pending: Fact[int] = fact(
        fr="Baux proposés et sans réponse", en="Leases proposed and not answered", unit="lease", step=7, minimum=0
    )
    convention_extended_on: Fact[date | None] = milestone(
        fr="Avenant qui prolonge la convention APL signé", en="Amendment that extends the APL agreement signed", step=7
    )
    convention_renewal_decided_on: Fact[date | None] = milestone(
        fr="Renouvellement ou dénonciation décidé", en="Renewal or non-renewal decided", step=7
    )
    energy_contribution_agreed_on: Fact[date | None] = milestone(
        fr="Bilan de la concertation sur la contribution aux économies d’énergie",
        en="Consultation on the energy-savings contribution reported",
    )
    energy_contribution_started_on: Fact[date | None] = milestone(
        fr="Début de la contribution aux économies d’énergie", en="Energy-savings contribution started", step=7
    )
    energy_contribution_cap_checked_on: Fact[date | None] = milestone(
        fr="Plafond de la contribution aux économies d’énergie vérifié", en="Cap of the energy-savings contribution checked", step=7
    )
    energy_contribution_stopped_on: Fact[date | None] = milestone(
        fr="Fin de la contribution aux économies d’énergie", en="Energy-savings contribution stopped", step=7
    )
