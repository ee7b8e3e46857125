"""The rule sets: every rule that stands under ``rules``, gathered, checked and compiled, one set for each root subject."""

from pathlib import Path

from domain.households import Household
from domain.operations import Operation
from domain.subjects import Subject
from rules.engine.discover import discover, discover_sources
from rules.engine.figures import load_figures
from rules.engine.ruleset import RuleSet, build

ROOTS: tuple[type[Subject], ...] = (Household, Operation)
FOLDERS = ("vocabulary", "calculations", "documents", "tasks")
PARAMETERS = Path(__file__).parent / "parameters"


def load_rule_sets() -> dict[str, RuleSet]:
    """
    Return the rule set of each root subject by its type's name: ``household``, ``operation``.

    Raises:
        RuleSetError: a rule, figure or source cannot stand; the message says where and what to do.
    """
    declarations = discover("rules", FOLDERS)
    figures = load_figures(PARAMETERS, discover_sources("rules.sources"))
    return {root.type_name: build(root.type_name, root, declarations, figures) for root in ROOTS}
