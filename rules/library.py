"""The rule sets: every rule that stands under ``rules``, gathered, checked and compiled, one set for each root subject."""

from collections.abc import Mapping
from pathlib import Path

from domain.households import Household
from domain.landlords import Landlord
from domain.operations import Operation
from domain.requests import HousingRequest
from domain.subjects import Subject, types_below
from domain.tenancies import Tenancy
from rules.engine.compilation.lowering import is_sourced
from rules.engine.discover import Declaration, discover, discover_sources
from rules.engine.errors import RuleSetError, raise_together
from rules.engine.figures import load_figures
from rules.engine.rule import Document, Requirement, Rule
from rules.engine.ruleset import RuleSet, build
from rules.sources.requests import LIMITATIVE_LIST

ROOTS: tuple[type[Subject], ...] = (Household, Operation, Landlord, Tenancy, HousingRequest)
OPERATION_TYPES = frozenset(types_below(Operation))
LISTED_TYPES = frozenset(each for root in (Household, HousingRequest, Tenancy) for each in types_below(root))
"""Whoever asks for social housing, or has it: the law's list of what they may be asked for is limitative. Another domain has its own."""
FOLDERS = ("vocabulary", "calculations", "documents", "tasks")
ASKING = frozenset({Requirement.TO_REGISTER, Requirement.TO_PROCESS, Requirement.ON_REQUEST})
PARAMETERS = Path(__file__).parent / "parameters"


def load_rule_sets(allowed: frozenset[str] = frozenset()) -> dict[str, RuleSet]:
    """
    Return the rule set of each root subject by its type's name: ``household``, ``operation`` and so on.

    Args:
        allowed: ids of documents that an applicant may be asked for though no text was found that lists them.

    Raises:
        RuleSetError: a rule, figure or source cannot stand; the message says where and what to do.
    """
    declarations = discover("rules", FOLDERS)
    refuse_rootless(declarations)
    refuse_unlisted(declarations)
    refuse_unaskable(declarations, allowed)
    figures = load_figures(PARAMETERS, discover_sources("rules.sources"))

    def may_ask(name: str, document: Document) -> bool:
        """An applicant's list is limitative: what is not sourced asks for nothing. An operation's file has no such list."""
        return document.of in OPERATION_TYPES or is_sourced(name, document) or name in allowed

    return {root.type_name: build(root.type_name, root, declarations, figures, may_ask=may_ask) for root in ROOTS}


def refuse_rootless(declarations: Mapping[str, Declaration]) -> None:
    """
    Refuse rules on what no rule set decides: each leaves out the rules of other roots, and all would leave these out.

    Raises:
        RuleSetError: naming each rule, where it stands and what to do.
    """
    known = {each for root in ROOTS for each in types_below(root)}
    remedy = "name one that is, list it below one of them, or put it into ROOTS of rules/library.py"
    rootless = [
        RuleSetError("no root", f"{each.place}: {name} is of {each.of.__name__}, which is no subject of any root; {remedy}")
        for name, each in declarations.items()
        if isinstance(each, Rule) and each.of not in known
    ]
    raise_together(rootless)


def refuse_unlisted(declarations: Mapping[str, Declaration]) -> None:
    """
    Refuse documents of an applicant that do not stand on the limitative list: nothing else may be asked for.

    Raises:
        RuleSetError: naming each rule, where it stands and what to do.
    """
    remedy = f"cite LIMITATIVE_LIST ({LIMITATIVE_LIST.reference}) if its annex holds the document, else make it NEVER or delete it"
    unlisted = [
        RuleSetError("unlisted document", f"{each.place}: {name} asks an applicant for what no list allows; {remedy}")
        for name, each in declarations.items()
        if isinstance(each, Document) and each.of in LISTED_TYPES
        if each.requirement is not Requirement.NEVER and LIMITATIVE_LIST not in each.sources
    ]
    raise_together(unlisted)


def refuse_unaskable(declarations: Mapping[str, Declaration], allowed: frozenset[str]) -> None:
    """
    Refuse to allow what is no document that an applicant could be asked for.

    Raises:
        RuleSetError: naming each id and what to do.
    """
    asking = {name for name, each in declarations.items() if isinstance(each, Document) and each.requirement in ASKING}
    remedy = "take it out of ATTENDU_ALLOWED_DOCUMENTS, or write an id that `attendu rules list --kind document` names"
    unknown = sorted(allowed - asking)
    raise_together([RuleSetError("unknown document", f"{name} is no document that can be asked for; {remedy}") for name in unknown])
