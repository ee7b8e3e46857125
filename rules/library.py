"""The rule sets: every rule that stands under ``rules``, gathered, checked and compiled, one set for each root subject."""

from pathlib import Path

from domain.households import Household
from domain.operations import Operation
from domain.subjects import Subject, types_below
from rules.engine.discover import discover, discover_sources
from rules.engine.figures import load_figures
from rules.engine.lowering import is_sourced
from rules.engine.rule import Document
from rules.engine.ruleset import RuleSet, build

ROOTS: tuple[type[Subject], ...] = (Household, Operation)
OPERATION_TYPES = frozenset(types_below(Operation))
FOLDERS = ("vocabulary", "calculations", "documents", "tasks")
PARAMETERS = Path(__file__).parent / "parameters"


def load_rule_sets(allowed: frozenset[str] = frozenset()) -> dict[str, RuleSet]:
    """
    Return the rule set of each root subject by its type's name: ``household``, ``operation``.

    Args:
        allowed: ids of documents that an applicant may be asked for though no text was found that lists them.

    Raises:
        RuleSetError: a rule, figure or source cannot stand; the message says where and what to do.
    """
    declarations = discover("rules", FOLDERS)
    figures = load_figures(PARAMETERS, discover_sources("rules.sources"))

    def may_ask(name: str, document: Document) -> bool:
        """An applicant's list is limitative: what is not sourced asks for nothing. An operation's file has no such list."""
        return document.of in OPERATION_TYPES or is_sourced(name, document) or name in allowed

    return {root.type_name: build(root.type_name, root, declarations, figures, may_ask=may_ask) for root in ROOTS}
