"""
Sentences: a reason said in French or English, with the values that were looked at.

Sentences come from the rules themselves: labels of facts, titles of conditions and the shape of the leaf.
"""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

from domain.calendar import Period
from domain.facts import UNKNOWN
from domain.text import Language, Text, text
from rules.engine.explain import Reason
from rules.engine.index import PlanIndex
from rules.engine.plan import AsOfTerm, ConstantTerm, FactTerm, FigureTerm, MovedTerm, Term, UnitTerm
from rules.engine.reading import Value

COMPARISONS: dict[str, Text] = {
    "==": text(fr="est", en="is"),
    "!=": text(fr="n'est pas", en="is not"),
    "<": text(fr="est inférieur à", en="is less than"),
    "<=": text(fr="est au plus égal à", en="is at most"),
    ">": text(fr="est supérieur à", en="is more than"),
    ">=": text(fr="est au moins égal à", en="is at least"),
    "one_of": text(fr="est l'un de :", en="is one of:"),
    "includes": text(fr="comprend l'un de :", en="includes one of:"),
}
NOT_AMONG = {
    "one_of": text(fr="n'est aucun de :", en="is none of:"),
    "includes": text(fr="ne comprend aucun de :", en="includes none of:"),
}
OPPOSITES = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
UNITS: dict[str, Text] = {
    "EUR": text(fr="€", en="EUR"),
    "EUR/year": text(fr="€ par an", en="EUR a year"),
    "EUR/month": text(fr="€ par mois", en="EUR a month"),
    "%": text(fr="%", en="%"),
}
PRESENT = {True: text(fr="est renseigné", en="is given"), False: text(fr="est sans objet", en="does not exist")}
KNOWN = {True: text(fr="est connu", en="is known"), False: text(fr="n’est pas connu", en="is not known")}
YES_NO = {True: text(fr="oui", en="yes"), False: text(fr="non", en="no")}


class Phrasebook:
    """Says reasons and values of one plan in one language."""

    def __init__(self, index: PlanIndex, language: Language) -> None:
        self.index = index
        self.language = language

    def sentence(self, reason: Reason) -> str:
        """Return *reason* as one sentence without a final stop."""
        if reason.leaf is None:
            return f"{reason.path} : {self._said(reason.truth)}" if self.language == "fr" else f"{reason.path}: {self._said(reason.truth)}"
        if reason.truth is UNKNOWN:
            positive = self._statement(reason, holds=True)
            return f"on ne sait pas si {positive}" if self.language == "fr" else f"it is not known whether {positive}"
        return self._statement(reason, holds=reason.truth is True)

    def _said(self, truth: Any) -> str:
        if truth is UNKNOWN:
            return self._in(text(fr="on ne sait pas", en="not known"))
        return self._in(YES_NO[truth is True])

    def _statement(self, reason: Reason, *, holds: bool) -> str:
        leaf = reason.leaf
        assert leaf is not None
        name = self.name(leaf.terms[0])
        match leaf.test:
            case "condition":
                return self._of_condition(leaf.terms[0], holds=holds)
            case "holds":
                return f"{name} : {self._in(YES_NO[holds])}" if self.language == "fr" else f"{name}: {self._in(YES_NO[holds])}"
            case "present":
                return f"{name} {self._in(PRESENT[holds])}"
            case "known":
                return f"{name} {self._in(KNOWN[holds])}"
            case "reached" | "passed":
                return self._of_day(reason, name, holds=holds)
        return self._of_comparison(reason, name, holds=holds)

    def _of_condition(self, term: Term, *, holds: bool) -> str:
        assert isinstance(term, UnitTerm)
        title = self.name(term)
        return title if holds else self._in(text(fr=f"condition non remplie : {title}", en=f"condition not met: {title}"))

    def _of_day(self, reason: Reason, name: str, *, holds: bool) -> str:
        assert reason.leaf is not None
        value = reason.values[0].value
        if value is None:
            return f"{name} {self._in(text(fr='n’a pas de date', en='has no date'))}"
        day = "" if value is UNKNOWN else f" ({self.words(value, reason.values[0].term)})"
        over = reason.leaf.test == "passed"
        come = text(fr="est dépassé" if over else "est arrivé", en="is over" if over else "has come")
        still = text(fr="n’est pas dépassé" if over else "n’est pas encore arrivé", en="is not over" if over else "has not come yet")
        return f"{name}{day} {self._in(come if holds else still)}"

    def _of_comparison(self, reason: Reason, name: str, *, holds: bool) -> str:
        assert reason.leaf is not None
        test, first, others = reason.leaf.test, reason.values[0], reason.values[1:]
        expected = ", ".join(self._operand(each) for each in others)
        if not holds and first.value is None:
            return f"{name} {self._in(text(fr='est sans objet', en='does not exist'))}"
        shown = "" if first.value is UNKNOWN or (test == "==" and holds) else f" ({self.words(first.value, first.term)})"
        if test in NOT_AMONG:
            verb = self._in((COMPARISONS if holds else NOT_AMONG)[test])
        else:
            verb = self._in(COMPARISONS[test if holds else OPPOSITES[test]])
        return f"{name}{shown} {verb} {expected}"

    def _operand(self, value: Value) -> str:
        words = self.words(value.value, value.term)
        return words if isinstance(value.term, ConstantTerm) else f"{self.name(value.term)} ({words})"

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
                return self._in(text(fr="le jour dit", en="the day"))
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
        aggregate = unit.aggregate
        if aggregate is None:
            return self._in(text(fr="condition", en="condition"))
        lists = {each.id: each.title for type_plan in self.index.types.values() for each in type_plan.lists}
        said = {
            "any": text(fr="au moins un parmi", en="at least one of"),
            "all": text(fr="chacun parmi", en="each of"),
            "count": text(fr="nombre de", en="number of"),
            "total": text(fr="total sur", en="total over"),
            "values": text(fr="valeurs de", en="values of"),
        }[aggregate.make]
        inner = "" if aggregate.where is None or self.index.units[aggregate.where.id].hidden else f" ({self.name(aggregate.where)})"
        return f"{self._in(said)} {self._in(lists[aggregate.list]).lower()}{inner}"

    def words(self, value: Any, term: Term | None = None) -> str:
        """Return a value as people read it: choices by label, days and numbers in the language's form, with the unit."""
        if value is UNKNOWN or value == {"unknown": True}:
            return self._in(text(fr="inconnu", en="unknown"))
        if value is None:
            return self._in(text(fr="sans objet", en="none"))
        if isinstance(value, bool):
            return self._in(YES_NO[value])
        if isinstance(value, list):
            return ", ".join(self.words(each, term) for each in value) or "–"
        if isinstance(value, dict):
            return ", ".join(f"{key} : {self.words(each)}" for key, each in value.items()) or "–"
        if isinstance(term, ConstantTerm) and term.label is not None:
            return self._in(term.label)
        choices = self.index.facts[term.id].choices if isinstance(term, FactTerm) else {}
        if isinstance(value, str) and value in choices:
            return self._in(choices[value])
        return self._plain(str(value), self._unit(term))

    def _plain(self, value: str, unit: str | None) -> str:
        shown = shown_plain(value, self.language)
        return shown if unit is None else f"{shown} {self._in(UNITS[unit]) if unit in UNITS else unit}"

    def _unit(self, term: Term | None) -> str | None:
        match term:
            case FactTerm(id=name):
                return self.index.facts[name].unit
            case FigureTerm(id=name):
                return self.index.figures[name].unit
            case UnitTerm(id=name):
                return self.index.units[name].unit
        return None

    def _in(self, words: Text) -> str:
        return words.in_language(self.language)


@lru_cache(maxsize=4_096)
def shown_plain(value: str, language: Language) -> str:
    """Return a day or a number in the language's form, any other text as it is."""
    try:
        return format_date(date.fromisoformat(value), "long", locale=language) if len(value) == 10 else _number(value, language)
    except ValueError:
        return value


def _number(value: str, language: Language) -> str:
    if not value.replace("-", "", 1).replace(".", "", 1).isdigit() or (value.startswith("0") and value.isdigit() and len(value) > 1):
        return value
    shown: str = format_decimal(Decimal(value), locale=language, decimal_quantization=False)
    return shown
