"""Letting what was built or bought: leases of sitting tenants, energy contribution."""

from domain.buildings import Building, Dwelling
from domain.calendar import days, months
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.calculations.convention_dates import agreement_effect, new_rent_day
from rules.calculations.energy_contributions import energy_contribution_last_day
from rules.engine.declare import Alert, Confidence, task
from rules.sources.conventions import BOUGHT_WITH_TENANTS, CONVENTION_EFFECT, ENERGY_CONTRIBUTION, RENT_REVISION, SITTING_TENANTS
from rules.vocabulary.conventions import owes_leases, owes_new_rents
from rules.vocabulary.operations import is_occupied, is_rehabilitation
from rules.vocabulary.projects import has_energy_contribution

TITLE = text(fr="Mise en location", en="Letting")

LEASE = text(
    fr="Il prend effet une fois exécutés les travaux que la convention prévoit ; refusé, ou sans réponse au bout de six mois, il laisse "
    "courir l’ancien. Un organisme HLM le propose à qui occupe un immeuble qu’il achète (réponse ministérielle de 2017), non à "
    "ses propres locataires, dont le nouveau loyer se notifie (L353-16).",
    en="It takes effect once the works that the agreement provides for are done; refused, or not answered within six months, it leaves "
    "the old one in force. An HLM body proposes it to whoever occupies a building that it buys (ministerial answer of 2017), not "
    "to its own tenants, who are notified of the new rent (L353-16).",
)

# A rise is a choice: it opens on a day and is never late. That it is planned is decided before the tenants are consulted.
new_rents = task(
    of=Operation,
    title=text(
        fr="Notifier leur nouveau loyer aux locataires en place",
        en="Notify the sitting tenants of their new rent",
    ),
    display=owes_new_rents & Operation.new_rents_planned,
    open_while=happened(new_rent_day),
    closed=happened(Operation.new_rents_notified_on),
    confidence=Confidence.DERIVED,
    source=(SITTING_TENANTS, RENT_REVISION),
    note=text(
        fr="Convention nouvelle seulement, une fois elle signée et les travaux achevés. Aucun dernier jour, mais le nouveau loyer n’est "
        "dû qu’une fois notifié, sans congé ni nouveau bail : chaque mois d’attente est perdu. Dans la limite du loyer maximal que porte "
        "la convention, révisé chaque 1er janvier selon l’IRL. Pour une SEM, de mémoire.",
        en="Under a new agreement only, once it is signed and the works complete. There is no last day, but the new rent is due only once "
        "notified, with neither notice to quit nor a new lease: each month waited is lost. Up to the maximum rent that the agreement "
        "bears, revised each 1 January by the rent index (IRL). For a SEM, from memory.",
    ),
)

sitting_tenants_leases = task(
    of=Operation,
    title=text(fr="Proposer un bail aux occupants", en="Propose leases to the sitting tenants"),
    display=owes_leases & is_occupied,
    open_while=happened(Operation.convention_signed_on),
    counts_to=agreement_effect,
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.leases_proposed_on),
    source=(SITTING_TENANTS, BOUGHT_WITH_TENANTS, CONVENTION_EFFECT),
    note=LEASE,
)

leases_acceptance = task(
    of=Operation,
    title=text(fr="Suivre l’acceptation des baux proposés (6 mois)", en="Follow up the tenants’ acceptance of the leases (6 months)"),
    display=owes_leases & happened(Operation.convention_signed_on) & happened(Operation.leases_proposed_on),
    counts_to=Operation.leases_proposed_on + months(6),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=Operation.leases_pending == 0,
    source=(SITTING_TENANTS, BOUGHT_WITH_TENANTS),
    note=LEASE,
)

energy_contribution_check = task(
    of=Operation,
    title=text(fr="Vérifier que la contribution énergie respecte son plafond", en="Check that the energy contribution is within its cap"),
    display=has_energy_contribution,
    open_while=happened(Operation.completed_on) | happened(Operation.energy_contribution_started_on),
    counts_to=Operation.energy_contribution_started_on,
    closed=happened(Operation.energy_contribution_cap_checked_on),
    asks_for=(Building.climate_zone, Building.altitude, Building.primary_energy_after, Dwelling.yearly_energy_saving),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.DERIVED,
    source=ENERGY_CONTRIBUTION,
    note=text(
        fr="À vérifier pour chaque logement qui la paie, même non indiqué au dossier ; d’ici là, elle est perçue sans vérification. 1. La "
        "condition, par bâtiment (de mémoire) : deux au moins des travaux que cite l’arrêté, ou une consommation après travaux sous son "
        "maximum ; sinon, aucune contribution n’est due : la suspendre et la rendre. 2. Le plafond, par logement : la moitié de l’économie "
        "estimée ; au-delà, ramener à ce plafond ce qui est quittancé, que l’outil ne connaît pas, et rendre le trop-perçu (de mémoire). "
        "3. Des travaux achevés, justifiés à chaque locataire et qui lui bénéficient directement (L442-3) ; une ligne distincte sur l’avis "
        "d’échéance et la quittance, avec ses dates de début et de terme et celle de l’achèvement ; sinon, suspendre. À indiquer : « Zone "
        "climatique », « Altitude », « Énergie primaire consommée après travaux » ; « Économie de charges estimée du locataire ».",
        en="To be checked for each dwelling that pays it, even one not in the file; until then it is charged unverified. 1. The condition, "
        "by building (from memory): at least two of the works that the order lists, or a consumption after works within its maximum; "
        "otherwise no contribution is due: suspend it and pay it back. 2. The cap, by dwelling: half of the estimated saving; beyond it, "
        "reduce to the cap what is charged, which this tool does not know, and pay back what was charged too much (from memory). 3. Works "
        "that are complete, justified to each tenant and of direct benefit to that tenant (L442-3); a separate line on the rent notice and "
        "the receipt, with its days of start and end and that of completion; otherwise suspend. To be stated: “Climate zone”, “Altitude”, "
        "“Primary energy used after works”; “Estimated saving of the tenant”.",
    ),
)

energy_contribution_end = task(
    of=Operation,
    title=text(fr="Arrêter la contribution énergie au bout de 15 ans", en="Stop the energy contribution after 15 years"),
    display=is_rehabilitation & Operation.energy_contribution,
    open_while=happened(Operation.energy_contribution_started_on),
    counts_to=energy_contribution_last_day,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.energy_contribution_stopped_on),
    source=ENERGY_CONTRIBUTION,
)
