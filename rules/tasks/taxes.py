"""What is declared to the tax office once an operation is complete, and what its reduced rate requires."""

from domain.calendar import days, months
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.calculations.agreement_signatures import pls_reduced_vat_day
from rules.calculations.completion_dates import property_tax_declaration_limit, works_self_supply_limit
from rules.engine.declare import Alert, Confidence, task
from rules.sources.planning import PROPERTY_TAX_DECLARATION
from rules.sources.taxes import (
    AGREEMENT_BEFORE_COMPLETION,
    COMPLETION_FOR_VAT,
    OFF_PLAN_TAX,
    PROPERTY_TAX_EXEMPTION,
    REDUCED_VAT,
    REDUCED_VAT_AGREEMENT,
    REDUCED_VAT_CLAIM,
    REDUCED_VAT_ON_WORKS,
    SELF_SUPPLY_DECLARATION,
    SELF_SUPPLY_TAX,
    USABLE_DWELLING,
    VAT_RETURN,
    WORKS_SELF_SUPPLY_TAX,
)
from rules.vocabulary.conventions import agreement_is_signed, is_pls_supply
from rules.vocabulary.operations import (
    changes_the_tax_base,
    completion_is_announced,
    is_state_funded_supply,
)
from rules.vocabulary.self_supplies import supplies_a_new_building_to_itself, supplies_works_to_itself

TITLE = text(fr="Impôts et taxes", en="Taxes")

# A seller's notice stands for the completion while that is not given: the limit is then to be verified.
FROM_HABITABLE = text(
    fr="90 jours depuis que les logements sont habitables (1406, I), peut-être avant l’achèvement indiqué et, en VEFA, avant l’avis du "
    "vendeur ou l’attestation (R261-1) : déposer sans les attendre. Déclaration tardive : l’exonération ne vaut que pour le temps qui "
    "reste après le 31 décembre de l’année qui suit le dépôt (1406, II).",
    en="90 days since the dwellings are habitable (1406, I), perhaps before the completion given and, off plan, before the seller’s notice "
    "or the certificate (R261-1): file without waiting for them. Filed late, the exemption holds only for the time left after 31 December "
    "of the year that follows the filing (1406, II).",
)

property_tax_declaration = task(
    of=Operation,
    title=text(fr="Déposer la déclaration H1 ou H2", en="File the property tax declaration (H1 or H2)"),
    display=changes_the_tax_base,
    open_while=completion_is_announced,
    counts_to=property_tax_declaration_limit,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.property_tax_declared_on),
    source=(PROPERTY_TAX_DECLARATION, USABLE_DWELLING),
    note=FROM_HABITABLE,
)

property_tax_exemption = task(
    of=Operation,
    title=text(fr="Demander l’exonération de taxe foncière", en="Ask for the property tax exemption"),
    display=is_state_funded_supply,
    open_while=completion_is_announced,
    counts_to=property_tax_declaration_limit,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.property_tax_exemption_requested_on),
    delay_confidence=Confidence.DERIVED,
    source=(PROPERTY_TAX_EXEMPTION, PROPERTY_TAX_DECLARATION, USABLE_DWELLING),
    note=text(
        fr="Avec la déclaration H1 ou H2, dont le retard coûte des années d’exonération.",
        en="With the H1 or H2 declaration, which costs years of exemption when it is late.",
    ),
)

# For another product it stands among the three days of the agreement: with a PLS the loan has its own.
agreement_for_reduced_vat = task(
    of=Operation,
    title=text(
        fr="Avoir signé la convention APL avant l’achèvement, pour la TVA à 10 % ou 5,5 %",
        en="Have the APL agreement signed before the completion, for VAT at 10% or 5.5%",
    ),
    display=is_pls_supply & Operation.reduced_vat,
    counts_to=pls_reduced_vat_day,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=agreement_is_signed,
    delay_confidence=Confidence.DERIVED,
    source=(REDUCED_VAT_AGREEMENT, OFF_PLAN_TAX, AGREEMENT_BEFORE_COMPLETION, COMPLETION_FOR_VAT, REDUCED_VAT_CLAIM),
    note=text(
        fr="Ce taux, au lieu de 20 %, exige une convention conclue avec l’État, et la taxe naît à l’achèvement. En VEFA aussi, même "
        "livrée après (réponse ministérielle de 2022) : elle se paie sur chaque appel de fonds, et le jour de l’avis du vendeur tient "
        "lieu d’achèvement tant qu’il est seul connu. Ce jour passé, faire établir aussitôt si l’immeuble est achevé (CCH, R261-1 ; pour "
        "la TVA, peut-être dès qu’il est habitable ou occupé, même en partie) : s’il ne l’est pas, signer avant qu’il le soit ; s’il "
        "l’est, signer au plus tôt et voir l’administration et le vendeur, un complément de taxe pouvant être réclamé au bailleur aussi "
        "(CGI, 284).",
        en="That rate, instead of 20%, requires an agreement made with the State, and the tax arises at the completion. Off plan too, "
        "though delivered later (answer of the minister, 2022): it is paid on each call for funds, and the day of the seller’s notice "
        "stands for the completion while it is the only one known. Once that day has passed, have it established at once whether the "
        "building is complete (CCH, R261-1; for VAT, perhaps once it is habitable or occupied, even in part): if it is not, sign before "
        "it is; if it is, sign as soon as can be and see the tax office and the seller, as the rest of the tax may be claimed from the "
        "landlord too (CGI, 284).",
    ),
)

self_supply = task(
    of=Operation,
    title=text(fr="Déclarer la livraison à soi-même (TVA)", en="Declare the self-supply for VAT (livraison à soi-même)"),
    display=supplies_a_new_building_to_itself,
    open_while=happened(Operation.completed_on),
    counts_to=Operation.completed_on + months(1),
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Operation.self_supply_declared_on),
    source=(SELF_SUPPLY_DECLARATION, SELF_SUPPLY_TAX, REDUCED_VAT),
    note=text(
        fr="Déclaration spéciale dans le mois de l’achèvement ; la taxe est liquidée au plus tard le dernier jour du sixième mois qui "
        "suit, sans prorogation.",
        en="Special declaration within the month of completion; the tax is settled by the last day of the sixth month after it, without "
        "extension.",
    ),
)

# By the ordinary return: no time limit of works was found.
works_self_supply = task(
    of=Operation,
    title=text(
        fr="Déclarer la livraison à soi-même des travaux (TVA)", en="Declare the self-supply of the works for VAT (livraison à soi-même)"
    ),
    display=supplies_works_to_itself,
    open_while=happened(Operation.completed_on),
    counts_to=works_self_supply_limit,
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Operation.self_supply_declared_on),
    delay_confidence=Confidence.FROM_MEMORY,
    source=(REDUCED_VAT_ON_WORKS, WORKS_SELF_SUPPLY_TAX, VAT_RETURN),
    note=text(
        fr="Seulement ce qui est facturé à 20 %, pour un taux réduit qui vient de l’art. 278 sexies A ; non ce que l’entreprise a facturé "
        "elle-même à 10 % ou 5,5 % (279-0 bis ; 278-0 bis A, de mémoire) : trier les factures. La taxe naît à l’achèvement de l’ensemble "
        "des travaux et va sur la déclaration de TVA de ce mois, déposée le mois suivant, "
        "entre le 15 et le 24 selon le redevable, ou le premier jour ouvré après (de mémoire) ; qui déclare par trimestre a le mois qui "
        "le suit. Passé ce jour, régulariser sans attendre : des intérêts de retard courent.",
        en="Only what is invoiced at 20%, for a reduced rate that comes from art. 278 sexies A; not what the contractor itself invoiced "
        "at 10% or 5.5% (279-0 bis; 278-0 bis A, from memory): sort the invoices. The tax arises at the completion of all the works "
        "and goes on the VAT return of that month, filed in the next, between the "
        "15th and the 24th by who pays, or on the first working day after (from memory); who files by the quarter has the month after "
        "it. Once that day has passed, put it right without delay: interest runs.",
    ),
)
