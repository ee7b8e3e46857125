"""
Sentences: a reason said in French or English, with the values that were looked at.

They are made from the rules themselves: the label of a fact, what it was, what was looked for. A label is a noun, so a sentence
reads like a line of a form and agrees with nothing: « Nationalité : Française ». A shared condition is said by its title.
"""

from typing import Any

from domain.calendar import Period
from domain.facts import UNKNOWN
from domain.text import Language, Text, text
from rules.engine.explain import Reason
from rules.engine.index import PlanIndex
from rules.engine.plan import (
    Aggregate,
    And,
    AsOfTerm,
    ConstantTerm,
    FactTerm,
    FigureTerm,
    Leaf,
    MovedTerm,
    Negation,
    Or,
    Term,
    Tree,
    UnitTerm,
)
from rules.engine.reading import Value
from rules.engine.words import joined, said_day, said_number

OR, AND, NOR = text(fr="ou", en="or"), text(fr="et", en="and"), text(fr="ni", en="nor")
NUMBERS: dict[str, Text] = {
    "<": text(fr="moins de", en="less than"),
    "<=": text(fr="au plus", en="at most"),
    ">": text(fr="plus de", en="more than"),
    ">=": text(fr="au moins", en="at least"),
}
NAMED_NUMBERS = NUMBERS | {"<": text(fr="moins que", en="less than"), ">": text(fr="plus que", en="more than")}
DAYS: dict[str, Text] = {
    "<": text(fr="avant le", en="before"),
    "<=": text(fr="au plus tard le", en="on or before"),
    ">": text(fr="après le", en="after"),
    ">=": text(fr="à partir du", en="on or after"),
}
NAMED_DAYS: dict[str, Text] = {
    "<": text(fr="avant", en="before"),
    "<=": text(fr="au plus tard à la date", en="on or before"),
    ">": text(fr="après", en="after"),
    ">=": text(fr="à partir de la date", en="on or after"),
}
OPPOSITES = {"<": ">=", ">": "<=", "<=": ">", ">=": "<"}
REACHED = {True: text(fr="jour venu", en="has come"), False: text(fr="jour à venir", en="still to come")}
PASSED = {True: text(fr="jour passé", en="is past"), False: text(fr="jour pas encore passé", en="not past yet")}
YES_NO = {True: text(fr="oui", en="yes"), False: text(fr="non", en="no")}
TO_BE_SAID = text(fr="à préciser", en="not known yet")
NONE, NO_DATE = text(fr="néant", en="none"), text(fr="pas de date", en="no date")
NOT_MET = text(fr="condition non remplie", en="condition not met")


class Phrasebook:
    """Says reasons, conditions and values of one plan in one language."""

    def __init__(self, index: PlanIndex, language: Language) -> None:
        self.index = index
        self.language = language

    # Reasons: what was, and what was looked for.

    def sentence(self, reason: Reason) -> str:
        """Return *reason* as one sentence without a final stop."""
        if reason.leaf is None:
            return self._pair(reason.path, self._in(TO_BE_SAID if reason.truth is UNKNOWN else YES_NO[reason.truth is True]))
        if reason.truth is UNKNOWN:
            return self._question(reason, reason.leaf)
        holds = reason.truth is True
        if reason.leaf.test == "condition":
            title = self.name(reason.leaf.terms[0])
            return title if holds else self._pair(self._in(NOT_MET), title)
        return self._pair(self.name(reason.leaf.terms[0]), self._found(reason, reason.leaf, holds=holds))

    def _question(self, reason: Reason, leaf: Leaf) -> str:
        unknown = [each for each in reason.values if each.value is UNKNOWN] or list(reason.values[:1])
        said = self._pair(joined([self.name(each.term) for each in unknown], AND, self.language), self._in(TO_BE_SAID))
        asks = unknown[0].term is leaf.terms[0] and (leaf.test in {"==", "one_of", "includes"} or leaf.test in OPPOSITES)
        return f"{said} ({self.looked_for(leaf)}{' ?' if self.language == 'fr' else '?'})" if asks else said

    def _found(self, reason: Reason, leaf: Leaf, *, holds: bool) -> str:
        first, test = reason.values[0], leaf.test
        if first.value is None:
            return self._in(NO_DATE if self._is_milestone(first.term) else NONE)
        value = self.words(first.value, first.term)
        if test in OPPOSITES:
            other = reason.values[1]
            return f"{value}, {self._compared(test if holds else OPPOSITES[test], leaf, self.words(other.value, other.term))}"
        match test, holds:
            case "reached" | "passed", _:
                return f"{value}, {self._in((REACHED if test == 'reached' else PASSED)[holds])}"
            case "known", False:
                return self._in(TO_BE_SAID)
            case ("==", False) | ("!=", True) | ("one_of", False):
                return f"{value}{self._in(text(fr=', et non ', en=', not '))}{self._others(reason.values[1:], OR)}"
            case "includes", False:
                return f"{value}, {self._in(text(fr='sans', en='without'))} {self._others(reason.values[1:], text(fr='ni', en='or'))}"
        return value

    def _others(self, values: tuple[Value, ...], last: Text) -> str:
        return joined([self._operand(each.term, self.words(each.value, each.term)) for each in values], last, self.language)

    def _operand(self, term: Term | None, words: str) -> str:
        return words if isinstance(term, ConstantTerm) else f"{self.name(term)} ({words})"

    # Conditions: what is looked for, whatever was found.

    def looked_for(self, leaf: Leaf) -> str:
        """Return what a leaf looks for in its first operand."""
        if leaf.test in OPPOSITES:
            return self._compared(leaf.test, leaf, self._constant(leaf.terms[1], leaf))
        listed = [self._constant(each, leaf) or self.name(each) for each in leaf.terms[1:]]
        match leaf.test:
            case "==" | "one_of":
                return joined(listed, OR, self.language)
            case "!=":
                return self._in(text(fr=f"autre que {listed[0]}", en=f"other than {listed[0]}"))
            case "includes":
                return self._in(text(fr="dont ", en="with ")) + joined(listed, OR, self.language)
            case "present":
                return self._in(text(fr="renseigné, pas néant", en="there is one"))
            case "known":
                return self._in(text(fr="information connue", en="known"))
            case "reached" | "passed":
                return self._in((REACHED if leaf.test == "reached" else PASSED)[True])
        return self._in(YES_NO[True])

    def condition(self, tree: Tree) -> str:
        """Return a condition in one line."""
        match tree:
            case Leaf(test="condition", terms=(named, *_)):
                return self.name(named)
            case Leaf(terms=(first, *_)):
                return self._pair(self.name(first), self.looked_for(tree))
            case Negation(item):
                return self._in(text(fr=f"sauf : {self.condition(item)}", en=f"not: {self.condition(item)}"))
            case And(items) | Or(items):
                return joined([self.condition(each) for each in items], AND if isinstance(tree, And) else OR, self.language)

    def _compared(self, test: str, leaf: Leaf, words: str) -> str:
        first, other = leaf.terms
        days = "date" in self._kind(first)
        if isinstance(other, ConstantTerm):
            return f"{self._in((DAYS if days else NUMBERS)[test])} {words}"
        return f"{self._in((NAMED_DAYS if days else NAMED_NUMBERS)[test])} {self.name(other)}{f' ({words})' if words else ''}"

    def _constant(self, term: Term, leaf: Leaf) -> str:
        """Return a constant as a value of what it is compared with; nothing for any other operand."""
        if not isinstance(term, ConstantTerm):
            return ""
        return self.words(term.value, term if term.label else leaf.terms[0])

    # Names.

    def name(self, term: Term | None) -> str:
        """Return what people call an operand."""
        match term:
            case FactTerm(id=name):
                return self._in(self.index.facts[name].title)
            case FigureTerm(id=name):
                return self._in(self.index.figures[name].title)
            case UnitTerm(id=name):
                return self._name_of_unit(name)
            case MovedTerm(of=of, periods=moves):
                return self.name(of) + "".join(self._moved(Period(*each)) for each in moves)
            case AsOfTerm():
                return self._in(text(fr="jour de référence", en="reference day"))
        return ""

    def _moved(self, period: Period) -> str:
        back = period.months < 0 or period.days < 0
        return self._in(
            text(fr=f", {'moins' if back else 'plus'} {period.label.fr}", en=f" {'less' if back else 'plus'} {period.label.en}")
        )

    def _name_of_unit(self, name: str) -> str:
        unit = self.index.units[name]
        if not unit.hidden:
            return self._in(unit.title)
        if unit.aggregate is not None:
            return self._name_of_aggregate(unit.aggregate)
        return self._in(text(fr="condition", en="condition")) if unit.condition is None else self.condition(unit.condition)

    def _name_of_aggregate(self, aggregate: Aggregate) -> str:
        listed = self._in(self.index.lists[aggregate.list].title)
        inner = "" if aggregate.where is None else self.name(aggregate.where)
        match aggregate.make:
            case "any":
                return self._pair(f"{listed}, {self._in(text(fr='au moins 1', en='at least 1'))}", inner)
            case "all":
                return self._pair(f"{listed}, {self._in(text(fr='sans exception', en='without exception'))}", inner)
            case "count":
                said = self._in(text(fr=f"nombre ({listed.lower()})", en=f"number of {listed.lower()}"))
            case _:
                said = f"{self.name(aggregate.of)} ({self._in(text(fr='total', en='total'))})"
        return f"{said}, {inner}" if inner else said

    # Values.

    def words(self, value: Any, term: Term | None = None) -> str:
        """Return a value as people read it: choices by label, days and numbers in the language's form, with the unit."""
        if value is UNKNOWN or value == {"unknown": True}:
            return self._in(TO_BE_SAID)
        if value is None:
            return self._in(NO_DATE if self._is_milestone(term) else NONE)
        if isinstance(value, bool):
            return self._in(YES_NO[value])
        if isinstance(value, list):
            return ", ".join(self.words(each, term) for each in value) or self._in(NONE)
        if isinstance(value, dict):
            return self._table(value, term)
        if isinstance(term, ConstantTerm) and term.label is not None:
            return self._in(term.label)
        choices = self._choices(term)
        return self._in(choices[value]) if value in choices else self._plain(str(value), term)

    def _table(self, value: dict[str, Any], term: Term | None) -> str:
        if any(isinstance(each, dict) for each in value.values()):
            return self._in(text(fr="tableau", en="table"))
        return ", ".join(self._pair(key, self.words(each, term)) for key, each in value.items()) or self._in(NONE)

    def _plain(self, value: str, term: Term | None) -> str:
        kind = self._kind(term)
        try:
            if "date" in kind or (not kind and len(value) == 10):
                return said_day(value, self.language)
            return value if "str" in kind else said_number(value, self._unit(term), self.language)
        except (ValueError, ArithmeticError):  # a text, where no kind says so
            return value

    def _kind(self, term: Term | None) -> str:
        match term:
            case FactTerm(id=name):
                return self.index.facts[name].kind
            case UnitTerm(id=name):
                return self.index.units[name].value_kind
            case MovedTerm() | AsOfTerm():
                return "date"
            case FigureTerm():
                return "number"
        return ""

    def _choices(self, term: Term | None) -> dict[str, Text]:
        match term:
            case FactTerm(id=name):
                return self.index.facts[name].choices
        return {}

    def _is_milestone(self, term: Term | None) -> bool:
        inner = term.of if isinstance(term, MovedTerm) else term
        return "date" in self._kind(inner)

    def _unit(self, term: Term | None) -> str | None:
        match term:
            case FactTerm(id=name):
                return self.index.facts[name].unit
            case FigureTerm(id=name):
                return self.index.figures[name].unit
            case UnitTerm(id=name):
                return self.index.units[name].unit
        return None

    def _pair(self, name: str, value: str) -> str:
        return f"{name} : {value}" if self.language == "fr" else f"{name}: {value}"

    def _in(self, words: Text) -> str:
        return words.in_language(self.language)
