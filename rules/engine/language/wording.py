"""
Wording: what people call facts, rules, conditions and values, in French or English.

A label is a noun, so whatever is said of it reads like a line of a form and agrees with nothing: « Nationalité : Française ».
"""

from itertools import groupby
from typing import Any

from domain.calendar import Period
from domain.facts import UNKNOWN
from domain.text import Language, Text, text
from rules.engine.index import PlanIndex
from rules.engine.language.orders import OPPOSITES, order
from rules.engine.language.words import joined, said_day, said_number
from rules.engine.plan import Aggregate
from rules.engine.terms import And, AsOfTerm, ConstantTerm, FactTerm, FigureTerm, Leaf, MovedTerm, Negation, Or, Term, Tree, UnitTerm

OR, AND, THEN = text(fr="ou", en="or"), text(fr="et", en="and"), text(fr="puis", en="then")
REACHED = {True: text(fr="date atteinte", en="day reached"), False: text(fr="date à venir", en="day still to come")}
PASSED = {True: text(fr="date passée", en="day past"), False: text(fr="date pas encore passée", en="day not past yet")}
YES_NO = {True: text(fr="oui", en="yes"), False: text(fr="non", en="no")}
VOWELS = tuple("aâeéèêiîoôuh")
TO_BE_SAID = text(fr="à préciser", en="not known yet")
NO_FIGURE = text(fr="cet outil n’a pas de valeur pour ce jour", en="this tool holds no value for that day")
NONE, NO_DATE = text(fr="néant", en="none"), text(fr="aucune date", en="no date")


def is_back(period: Period) -> bool:
    """Tell whether a period leads back in time."""
    return period.months < 0 or period.days < 0


class Wording:
    """Names facts, rules and conditions of one plan and says values, in one language."""

    def __init__(self, index: PlanIndex, language: Language) -> None:
        self.index = index
        self.language = language
        self._names: dict[Term, str] = {}

    # Conditions: what is looked for, whatever was found.

    def looked_for(self, leaf: Leaf, words: str = "") -> str:
        """Return what a leaf looks for in its first operand; *words* are the value of what it is held against, where that is known."""
        if leaf.test in OPPOSITES:
            return self.compared(leaf.test, leaf, words)
        listed = [self.operand(each, leaf) for each in leaf.terms[1:]]
        match leaf.test:
            case "==" | "one_of":
                return self.among(listed, OR)
            case "!=":
                return self.say(text(fr=f"autre que {listed[0]}", en=f"other than {listed[0]}"))
            case "includes":
                return self.say(text(fr="dont ", en="with ")) + self.quoted(listed, OR)
            case "present":
                return self.say(text(fr="renseigné, pas néant", en="there is one"))
            case "known":
                return self.say(text(fr="information connue", en="known"))
            case "reached" | "passed":
                return self.say((REACHED if leaf.test == "reached" else PASSED)[True])
        return self.say(YES_NO[True])

    def condition(self, tree: Tree) -> str:
        """Return a condition in one line."""
        match tree:
            case Leaf():
                name = self.name(tree.terms[0])
                return name if tree.test == "condition" else self.pair(name, self.looked_for(tree))
            case Negation(Leaf(test="condition") as leaf):
                return self.otherwise(leaf)
            case Negation(item):
                return self.say(text(fr=f"sauf : {self.condition(item)}", en=f"not: {self.condition(item)}"))
            case And(items) | Or(items):
                return joined([self.condition(each) for each in items], AND if isinstance(tree, And) else OR, self.language)

    def among(self, words: list[str], last: Text) -> str:
        """Return what a value may be: one as it is, several in quotation marks, for they may hold commas."""
        return words[0] if len(words) == 1 else self.quoted(words, last)

    def quoted(self, words: list[str], last: Text) -> str:
        """Return *words* in quotation marks, as a list where there are several."""
        within = [text(fr=each.replace("« ", "“").replace(" »", "”"), en=each.replace("“", "‘").replace("”", "’")) for each in words]
        return joined([self.say(text(fr=f"« {each.fr} »", en=f"“{each.en}”")) for each in within], last, self.language)

    def compared(self, test: str, leaf: Leaf, words: str = "") -> str:
        """Return an order, *test*, and what a leaf's first operand is held against, with the *words* of its value."""
        first, other = leaf.terms
        said = order(test, self.unit_of(first), day=self.is_day(first), valued=bool(words) or isinstance(other, ConstantTerm))
        return self.say(said).format(self.operand(other, leaf, words))

    def operand(self, term: Term, leaf: Leaf, words: str = "") -> str:
        """
        Return a constant as a value of what it is held against; of another operand the *words* of its value, if any, and its name.

        The name of a figure says what its value is for, as its rule does: beside the value it is left out.
        """
        if isinstance(term, ConstantTerm):
            return self.words(term.value, term if term.label else leaf.terms[0])
        if isinstance(term, FigureTerm) and words:
            return words
        name = self.name(term) if isinstance(term, MovedTerm) and term.periods else self.quoted([self.name(term)], OR)
        return f"{words} ({self.name(term)})" if words else name

    def otherwise(self, leaf: Leaf) -> str:
        """Return what people call the opposite of a shared condition."""
        term = leaf.terms[0]
        opposite = self.index.units[term.id].otherwise if isinstance(term, UnitTerm) else None
        return self.pair(self.name(term), self.say(YES_NO[False])) if opposite is None else self.say(opposite)

    # Names.

    def name(self, term: Term | None) -> str:
        """Return what people call an operand."""
        if term is None or isinstance(term, ConstantTerm):
            return ""
        known = self._names.get(term)
        if known is None:
            known = self._names[term] = self._name(term)
        return known

    def _name(self, term: Term) -> str:
        match term:
            case FactTerm(id=name):
                return self.say(self.index.facts[name].title)
            case FigureTerm(id=name):
                return self.say(self.index.figures[name].title)
            case UnitTerm(id=name):
                return self._name_of_unit(name)
            case MovedTerm(of=of, periods=moves):
                return self._moved(self.name(of), [Period(*each) for each in moves])
            case AsOfTerm():
                return self.say(text(fr="jour de référence", en="reference day"))
        return ""

    def _moved(self, name: str, moves: list[Period]) -> str:
        for back, those in groupby(moves, key=is_back):
            length = self.length(list(those))
            quoted = self.quoted([name], OR)
            name = self.say(
                text(fr=f"{length} {'avant' if back else 'après'} {quoted}", en=f"{length} {'before' if back else 'after'} {quoted}")
            )
        return name

    def length(self, moves: list[Period]) -> str:
        """Return how long *moves* are together, in words; months after months are each clamped to the month's end, and said in turn."""
        turns: list[list[str]] = []
        for each in moves:
            if each.months or not turns:
                turns.append([])
            turns[-1].append(self.say(each.label))
        return joined([joined(each, AND, self.language) for each in turns], THEN, self.language)

    def _name_of_unit(self, name: str) -> str:
        unit = self.index.units[name]
        if not unit.hidden:
            return self.say(unit.title)
        if unit.aggregate is not None:
            return self._name_of_aggregate(unit.aggregate)
        return self.say(text(fr="condition", en="condition")) if unit.condition is None else self.condition(unit.condition)

    def _name_of_aggregate(self, aggregate: Aggregate) -> str:
        listed = self.say(self.index.lists[aggregate.list].title)
        if aggregate.make in {"any", "all"}:
            part = self.say(self.index.types[self.index.lists[aggregate.list].of].title).lower()
            any_part, every_part = text(fr=f"au moins 1 {part}", en=f"at least one {part}"), text(fr=f"chaque {part}", en=f"every {part}")
            said = self.say(any_part if aggregate.make == "any" else every_part)
            if aggregate.where is None:
                return said
            where = self.name(aggregate.where)
            return f"{said} ({where})" if self.index.units[aggregate.where.id].hidden else self.pair(said, where)
        match aggregate.make:
            case "count":
                of = "d’" if listed.lower().startswith(VOWELS) else "de "
                said = self.say(text(fr=f"nombre {of}{listed.lower()}", en=f"number of {listed.lower()}"))
            case "total":
                said = f"{self.name(aggregate.of)}, {self.say(text(fr='total', en='total'))}"
            case _:
                said = self.name(aggregate.of)
        return said if aggregate.where is None else f"{said} ({self.name(aggregate.where)})"

    # Values.

    def words(self, value: Any, term: Term | None = None) -> str:
        """Return a value as people read it: choices by label, days and numbers in the language's form, with the unit."""
        if value is UNKNOWN or value == {"unknown": True}:
            return self.say(NO_FIGURE if isinstance(term, FigureTerm) else TO_BE_SAID)
        if value is None:
            return self.say(NO_DATE if self.is_day(term) else NONE)
        if isinstance(value, bool):
            return self.say(YES_NO[value])
        if isinstance(value, list):
            return ", ".join(self.words(each, term) for each in value) or self.say(NONE)
        if isinstance(value, dict):
            return self._table(value, term)
        if isinstance(term, ConstantTerm) and term.label is not None:
            return self.say(term.label)
        choices = self._choices(term)
        return self.say(choices[value]) if value in choices else self._plain(str(value), term)

    def _table(self, value: dict[str, Any], term: Term | None) -> str:
        if any(isinstance(each, dict) for each in value.values()):
            return self.say(text(fr="tableau", en="table"))
        return ", ".join(self.pair(key, self.words(each, term)) for key, each in value.items()) or self.say(NONE)

    def _plain(self, value: str, term: Term | None) -> str:
        kind = self._kind(term)
        try:
            if "date" in kind or (not kind and len(value) == 10):
                return said_day(value, self.language)
            return value if "str" in kind else said_number(value, self.unit_of(term), self.language)
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
            case UnitTerm(id=name):
                return self.index.units[name].choices
        return {}

    def is_day(self, term: Term | None) -> bool:
        """Tell whether an operand is a day."""
        return "date" in self._kind(term)

    def unit_of(self, term: Term | None) -> str | None:
        """Return the unit of an operand's values, where it has one."""
        match term:
            case FactTerm(id=name):
                return self.index.facts[name].unit
            case FigureTerm(id=name):
                return self.index.figures[name].unit
            case UnitTerm(id=name):
                unit = self.index.units[name]
                return self.unit_of(unit.aggregate.of) if unit.hidden and unit.aggregate else unit.unit
        return None

    def pair(self, name: str, value: str) -> str:
        """Return a line of a form."""
        return f"{name} : {value}" if self.language == "fr" else f"{name}: {value}"

    def say(self, words: Text) -> str:
        """Return words in the language of this wording."""
        return words.in_language(self.language)
