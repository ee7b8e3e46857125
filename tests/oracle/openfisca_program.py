"""
The outside oracle: asks OpenFisca-France about households. A program of its own, for the environment ``.venv-oracle``.

OpenFisca-France is free software under the AGPL: it is run beside the product, never in it. Nothing imports this file;
``tests.oracle.outside`` starts it and speaks JSON with it, one line a question, one line an answer.

    → {"as_of": "2026-10-01", "households": [{…}, …]}      see ``tests.oracle.households``
    ← [{"household_category": 3, …}, …]                     by the names of our rules

OpenFisca keeps numbers in single precision, in which a cent of a yearly income is lost: double precision is asked for.
"""

import json
import sys
from collections.abc import Mapping
from typing import Any

import numpy as np
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.variables import config

config.VALUE_TYPES[float]["dtype"] = np.float64

from openfisca_france import CountryTaxBenefitSystem  # noqa: E402 - declares its variables, of the precision asked for above

ROOMS = {"ROOM", "ROOM_OF_ELDERLY_OR_DISABLED"}

# Our name, the oracle's variable, and what its value is multiplied with.
VARIABLES = {
    "benefit_dependants": ("al_nb_personnes_a_charge", 1),
    "is_couple": ("al_couple", 1),
    "apl_rent_ceiling": ("aide_logement_loyer_plafond", 1),
    "apl_retained_rent": ("aide_logement_loyer_retenu", 1),
    "apl_reference_rent": ("aide_logement_loyer_reference", 1),
    "apl_rent_ratio": ("aide_logement_rapport_loyers_arrondi_pourcent", 0.01),
    "apl_rent_rate": ("aide_logement_taux_loyer", 1),
    "apl_flat_charges": ("aide_logement_charges", 1),
    "apl_resource_allowance": ("aide_logement_R0", 1),
    "apl_resources_after_allowance": ("aide_logement_ressources_apres_abattement", 1),
    "apl_family_rate": ("aide_logement_taux_famille", 1),
    "apl_participation_minimum": ("aide_logement_participation_minimale", 1),
    "apl_personal_participation": ("aide_logement_participation_personnelle", 1),
    "apl_before_degressivity": ("aide_logement_montant_brut_avant_degressivite", 1),
    "apl_gross": ("aide_logement_montant_brut", 1),
    "apl_after_rent_reduction": ("aide_logement_montant_brut_crds", 1),
    "apl_levy": ("crds_logement", -1),
    "apl_net": ("apl", 1),
    "rls_income_ceiling": ("reduction_loyer_solidarite_plafond_ressources", 1),
    "rls_scale_amount": ("reduction_loyer_solidarite_montant", 1),
    "rls_amount": ("reduction_loyer_solidarite", 1),
    "plai_ceiling": ("logement_social_plafond_ressources", 1),
    "is_eligible_for_plai": ("logement_social_eligible", 1),
}
ZONES = {"paris_communes_limitrophes": "PARIS_AND_ADJOINING", "ile_de_france": "ILE_DE_FRANCE", "autres_regions": "OTHER_REGIONS"}


def situation(household: Mapping[str, Any], number: int, month: str) -> tuple[dict[str, Any], ...]:
    """Return the entities of one household, as OpenFisca reads them."""
    year = int(month[:4])
    names = [f"{number}-{position}" for position in range(len(household["persons"]))]
    adults = [name for name, person in zip(names, household["persons"], strict=True) if person["role"] in {"APPLICANT", "SPOUSE"}]
    children = [name for name in names if name not in adults]
    first, others = household["tax_households"]
    taxed = adults[:1] if others is not None else adults
    foyers = {f"{number}": {"declarants": taxed, "personnes_a_charge": children, "rfr": incomes(first, year)}}
    if others is not None:
        foyers[f"{number}-other"] = {"declarants": adults[1:], "personnes_a_charge": [], "rfr": incomes(others, year)}
    persons = {
        name: {"age": {month: person["age"]}, "handicap": {month: person["disabled"]}}
        for name, person in zip(names, household["persons"], strict=True)
    }
    family = {"parents": adults, "enfants": children, "aide_logement_base_ressources": {month: household["benefit_resources"]}}
    dwelling = {
        "personne_de_reference": adults[:1],
        "conjoint": adults[1:],
        "enfants": children,
        "depcom": {month: household["commune"]},
        "zone_apl": {month: household["rent_zone"].lower()},
        "loyer": {month: household["rent"]},
        "statut_occupation_logement": {month: "locataire_hlm"},
        "coloc": {month: household["occupancy"] == "FLATSHARE"},
        "logement_chambre": {month: household["occupancy"] in ROOMS},
        "personne_agee_handicapee": {month: household["occupancy"] == "ROOM_OF_ELDERLY_OR_DISABLED"},
    }
    return persons, foyers, {f"{number}": family}, {f"{number}": dwelling}


def incomes(income: Mapping[str, float], year: int) -> dict[str, float]:
    """Return the reference tax incomes of the year before last, of last year, and of this year, which is like the first."""
    return {str(year - 2): income["n2"], str(year - 1): income["n1"], str(year): income["n2"]}


def answers(system: Any, question: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what OpenFisca says of each household."""
    month = question["as_of"][:7]
    entities: dict[str, dict[str, Any]] = {"individus": {}, "foyers_fiscaux": {}, "familles": {}, "menages": {}}
    for number, household in enumerate(question["households"]):
        for entity, found in zip(entities.values(), situation(household, number, month), strict=True):
            entity.update(found)
    simulation = SimulationBuilder().build_from_entities(system, entities)
    columns: dict[str, Any] = {name: simulation.calculate(variable, month) * factor for name, (variable, factor) in VARIABLES.items()}
    columns["ceiling_zone"] = [ZONES[each.name] for each in simulation.calculate("zone_logement_social", month).decode()]
    categories = [each.name for each in simulation.calculate("logement_social_categorie_menage", month).decode()]
    columns["household_category"] = [int(each[-1]) for each in categories]
    columns["plus_ceiling"] = plus_ceilings(system, question["as_of"], categories, simulation, month)
    return [{name: plain(column[number]) for name, column in columns.items()} for number in range(len(question["households"]))]


def plus_ceilings(system: Any, day: str, categories: list[str], simulation: Any, month: str) -> list[float]:
    """Read the PLUS table, for which OpenFisca has no variable: the category's ceiling, more for each dependant beyond four."""
    table = system.parameters(day).prestations_sociales.aides_logement.logement_social.plu
    zones = [each.name for each in simulation.calculate("zone_logement_social", month).decode()]
    dependants = simulation.calculate("al_nb_personnes_a_charge", month)
    return [
        table.par_categorie_de_menage[category][zone] + max(0, count - 4) * table.par_personne_supplementaire[zone]
        for category, zone, count in zip(categories, zones, dependants, strict=True)
    ]


def plain(value: Any) -> Any:
    """Return a value of numpy as JSON knows it."""
    return value.item() if isinstance(value, np.generic) else value


def main() -> None:
    """Answer questions until there are no more."""
    system = CountryTaxBenefitSystem()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answers(system, json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
