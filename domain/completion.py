"""
The end of the works: completion, acceptance, declarations, guarantees.

Form step: 5, as for an operation.
"""

from datetime import date

from domain.facts import Fact, fact, milestone
from domain.subjects import FactGroup
from domain.text import text


class Completion(FactGroup):
    """The end of the works: completion, acceptance, declarations, guarantees."""

    completed_on: Fact[date | None] = milestone(fr="Achèvement des travaux", en="Completion of works", step=5)
    accepted_on: Fact[date | None] = milestone(fr="Réception des travaux", en="Acceptance of works", step=5)
    acceptance_sent_to_insurer_on: Fact[date | None] = milestone(
        fr="Procès-verbal de réception envoyé à l’assureur dommages-ouvrage",
        en="Acceptance record sent to the works-damage insurer",
        step=5,
    )
    built_plans_sent_to_insurer_on: Fact[date | None] = milestone(
        fr="Plans et descriptifs de ce qui est exécuté envoyés à l’assureur dommages-ouvrage",
        en="Plans and descriptions of what was built sent to the works-damage insurer",
        step=5,
    )
    acceptance_notified_on: Fact[date | None] = milestone(
        fr="Décision de réception notifiée à l’entreprise", en="Acceptance decision notified to the contractor", step=5
    )
    completion_declared_on: Fact[date | None] = milestone(
        fr="Dépôt de la déclaration d’achèvement", en="Completion declaration filed", step=5
    )
    conformity_inspection_mandatory: Fact[bool] = fact(
        fr="Récolement de conformité obligatoire",
        en="Conformity inspection mandatory",
        step=5,
        hint=text(
            fr="Oui pour un immeuble inscrit monument historique, de grande hauteur (logements : dernier plancher à plus de 50 m) ou qui "
            "reçoit du public (local en pied d’immeuble compris), en site patrimonial remarquable, en site classé ou en instance de "
            "classement, dans le cœur d’un parc national ou une réserve naturelle, ou, en zone à risques, si un plan de prévention impose "
            "des prescriptions : liste à lire dans R462-7 (urbanisme ; versions de 2015 et de 2017 lues, modifié en 2021).",
            en="Yes for a building listed as a historic monument, a high-rise (dwellings: top floor above 50 m) or one open to the public "
            "(premises on the ground floor included), in a protected heritage area (site patrimonial remarquable), on a classified site or "
            "one about to be, in the core of a national park or a nature reserve, or, in a risk zone, where a prevention plan makes "
            "requirements: list to be read in R462-7 (town planning code; versions of 2015 and 2017 read, amended in 2021).",
        ),
    )
    acceptance_reserves: Fact[int] = fact(
        fr="Réserves à la réception", en="Defects noted at acceptance (réserves)", unit="reserve", step=5, minimum=0
    )
    acceptance_reserves_open: Fact[int] = fact(
        fr="Réserves non levées", en="Defects noted at acceptance (réserves), not put right", unit="reserve", step=5, minimum=0
    )
    reserves_due_on: Fact[date | None] = fact(
        fr="Date limite pour lever les réserves, fixée à la réception",
        en="Last day to put right the defects (réserves), fixed at acceptance",
        step=5,
        minimum=date(1900, 1, 1),
        hint=text(fr="« Aucune » si le procès-verbal n’en fixe pas.", en="“None” where the acceptance record fixes none."),
    )
    reserves_lifted_on: Fact[date | None] = milestone(
        fr="Levée des réserves constatée", en="Defects noted at acceptance recorded as put right (levée des réserves)", step=5
    )
    contract_delivery: Fact[date] = fact(
        fr="Livraison prévue au contrat (VEFA)", en="Delivery day of the contract (off-plan)", step=5, minimum=date(1900, 1, 1)
    )
    completion_notified_on: Fact[date | None] = milestone(
        fr="Avis d’achèvement du vendeur (VEFA)", en="Completion notified by the seller (off-plan)", step=5
    )
    delivered_on: Fact[date | None] = milestone(fr="Livraison (VEFA)", en="Delivery taken (off-plan)", step=5)
    apparent_defects_notified_on: Fact[date | None] = milestone(
        fr="Défauts apparents dénoncés au vendeur, ou leur absence constatée (VEFA)",
        en="Apparent defects notified to the seller, or found to be none (off-plan)",
        step=5,
    )
    as_built_documents_received_on: Fact[date | None] = milestone(
        fr="Dossier des ouvrages exécutés (DOE) reçu", en="As-built documents received", step=5
    )
    later_works_file_received_on: Fact[date | None] = milestone(
        fr="Dossier d’interventions ultérieures (DIUO) reçu", en="File for later works (DIUO) received", step=5
    )
    construction_certificates_attached_on: Fact[date | None] = milestone(
        fr="Attestations d’accessibilité, acoustique et parasismique jointes à la DAACT",
        en="Certificates on accessibility, acoustics and earthquakes attached to the completion declaration",
        step=5,
    )
    thermal_attestation_attached_on: Fact[date | None] = milestone(
        fr="Attestation thermique jointe à la déclaration d’achèvement",
        en="Thermal certificate attached to the completion declaration",
        step=5,
    )
    no_contest_certificate_received_on: Fact[date | None] = milestone(
        fr="Attestation de non-contestation reçue", en="No-contest certificate received", step=5
    )
    waste_form_sent_on: Fact[date | None] = milestone(fr="Formulaire de récolement PEMD transmis", en="Final PEMD form sent", step=5)
    changes_extent_or_use: Fact[bool] = fact(
        fr="Changement de consistance ou d’affectation du bâti", en="Change of the building’s extent or use", step=5
    )
    property_tax_declared_on: Fact[date | None] = milestone(
        fr="Déclaration foncière (H1, H2 ou IL) déposée", en="Property tax declaration (H1, H2 or IL) filed", step=5
    )
    property_tax_exemption_requested_on: Fact[date | None] = milestone(
        fr="Exonération de taxe foncière demandée", en="Property tax exemption asked for", step=5
    )
    first_energy_relief_claimed_on: Fact[date | None] = milestone(
        fr="Dégrèvement de taxe foncière réclamé, travaux payés l’année du démarrage",
        en="Property tax relief claimed for the works paid in the year of the start",
        step=7,
    )
    last_energy_relief_claimed_on: Fact[date | None] = milestone(
        fr="Dégrèvement de taxe foncière réclamé, travaux payés l’année de l’achèvement",
        en="Property tax relief claimed for the works paid in the year of the completion",
        step=7,
    )
    self_supply_declared_on: Fact[date | None] = milestone(fr="Livraison à soi-même déclarée", en="Self-supply declared", step=5)
    completion_guarantee_reviewed_on: Fact[date | None] = milestone(
        fr="Désordres recensés avant la fin de la garantie de parfait achèvement",
        en="Defects listed before the end of the one-year defects guarantee",
        step=5,
    )
    retention_opposed_on: Fact[date | None] = milestone(
        fr="Opposition à la libération de la retenue de garantie notifiée",
        en="Opposition to the release of the retention money notified",
        step=5,
    )
    general_accounts_notified_on: Fact[date | None] = milestone(
        fr="Dernier décompte général notifié aux entreprises", en="Last general account notified to the contractors", step=5
    )
    final_accounts_closed_on: Fact[date | None] = milestone(fr="Décomptes généraux définitifs soldés", en="Final accounts closed", step=5)
    energy_certificate_received_on: Fact[date | None] = milestone(
        fr="Diagnostic de performance énergétique (DPE) reçu, neuf ou après travaux",
        en="Energy certificate received, of the new building or after works",
        step=5,
    )
