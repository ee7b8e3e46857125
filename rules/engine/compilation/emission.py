"""
Emission: the operands and leaves of conditions as Python text.

    f{level}_{index}   a fact's value          s{slot}   a result of this segment
    u{level}_{slot}    a result made earlier   e{n}      a value of the day's environment      k{n}   a constant

The text of a test assumes that what it reads is known; the text of a leaf asks first.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from domain.calendar import Period
from domain.text import Choice
from rules.engine.plan import Segment
from rules.engine.terms import AsOfTerm, ConstantTerm, FactTerm, FigureTerm, Leaf, MovedTerm, Term, UnitTerm

# ("as_of",), ("figure", name), ("before", periods, reached) or ("in_force", since, until): see ``RuleSet.environment``.
EnvironmentKey = tuple[Any, ...]


@dataclass
class Emission:
    """
    Emits terms and leaves of one segment, and remembers what it has to load.

    Args:
        segment: whose results are locals.
        constants: the live values by index.
        optional: ids of facts and calculations that can be absent.
        collections: ids of facts that hold collections, in which an unknown may hide.
        environment: the day's values that have been asked for so far, by key; shared by all segments.
        names: the globals of the text.
    """

    segment: Segment
    constants: list[Any]
    optional: frozenset[str]
    collections: frozenset[str]
    environment: dict[EnvironmentKey, int]
    names: dict[str, Any]
    loads: dict[str, str] = field(default_factory=dict)
    today_loads: dict[str, str] = field(default_factory=dict)

    def term(self, term: Term) -> str:
        """Return the text of an operand."""
        match term:
            case FactTerm(id=name, level=level, settled=slot) if slot is not None:
                return self.term(UnitTerm(name, level, slot))
            case FactTerm(id=name, level=level, index=index):
                value = f"{self._of_level('values', level)}[{index}]"
                return self._load(f"f{level}_{index}", f"whole({value})" if name in self.collections else value)
            case UnitTerm(level=level, slot=slot):
                if level == 0 and self.segment.start <= slot < self.segment.end:
                    return f"s{slot}"
                return self._load(f"u{level}_{slot}", f"{self._of_level('block', level)}[{slot}]")
            case FigureTerm(id=name):
                return self.today(("figure", name))
            case AsOfTerm():
                return self.today(("as_of",))
            case MovedTerm(of=of, periods=periods):
                return f"moved({self.term(of)}, {self._periods(periods)})" if periods else self.term(of)
            case ConstantTerm(index=index):
                value = self.constants[index]
                return repr(value) if value is None or isinstance(value, bool | int) else self.named(f"k{index}", value)

    def today(self, key: EnvironmentKey) -> str:
        """Return the local that holds a value of the day's environment."""
        index = self.environment.setdefault(key, len(self.environment))
        self.today_loads[f"e{index}"] = f"e[{index}]"
        return f"e{index}"

    def named(self, name: str, value: Any) -> str:
        """Make *value* a global of the text."""
        self.names[name] = value
        return name

    def _load(self, local: str, text: str) -> str:
        self.loads[local] = text
        return local

    def _of_level(self, attribute: str, level: int) -> str:
        node = "node"
        for each in range(1, level + 1):
            node = self._load(f"above{each}", f"{node}.above()")
        return self._load(f"{attribute}{level}", f"{node}.{attribute}")

    def _periods(self, periods: tuple[tuple[int, int], ...]) -> str:
        name = "periods_" + "_".join(f"{each[0]}m{each[1]}d" for each in periods).replace("-", "minus")
        return self.named(name, tuple(Period(*each) for each in periods))

    def is_unknown(self, term: Term) -> str:
        """Return the test that tells whether an operand is unknown, empty where it cannot be."""
        match term:
            case FactTerm() | UnitTerm() | FigureTerm():
                return f"{self.term(term)} is U"
            case MovedTerm(of=of):
                return self.is_unknown(of)
        return ""

    def any_unknown(self, terms: Iterable[Term], *more: str) -> str:
        """Return the test that tells whether any operand is unknown; empty where none can be."""
        return " or ".join(dict.fromkeys((*more, *filter(None, map(self.is_unknown, terms)))))

    # Leaves.

    def leaf(self, leaf: Leaf) -> str:
        """Return the three-valued text of a leaf."""
        first = leaf.terms[0]
        if leaf.test == "condition" or (leaf.test == "holds" and not self.can_be_absent(first)):
            return self.term(first)  # a truth already, unknown included
        doubt = "" if leaf.test == "known" else self.any_unknown(leaf.terms)
        return f"U if {doubt} else {self.test(leaf)}" if doubt else self.test(leaf)

    def test(self, leaf: Leaf) -> str:
        """Return the two-valued text of a leaf whose inputs are known."""
        first = leaf.terms[0]
        if leaf.test in {"reached", "passed"}:
            return self._day_test(first, reached=leaf.test == "reached")
        name = self.term(first)
        match leaf.test:
            case "holds":
                return f"{name} is True" if self.can_be_absent(first) else name
            case "present":
                return f"{name} is not None"
            case "known":
                return f"not {self.is_unknown(first) or 'False'}"
            case "condition":
                return name
            case "one_of":
                return " or ".join(self._equal(name, term) for term in leaf.terms[1:]) or "False"
            case "includes":
                held = " or ".join(f"{self.term(term)} in {name}" for term in leaf.terms[1:]) or "False"
                return f"{name} is not None and ({held})" if self.can_be_absent(first) else held
            case "==":
                return self._equal(name, leaf.terms[1])
            case "!=":
                return f"not ({self._equal(name, leaf.terms[1])})"
        present = [f"{self.term(term)} is not None" for term in leaf.terms if self.can_be_absent(term)]
        return " and ".join((*present, f"{name} {leaf.test} {self.term(leaf.terms[1])}"))

    def _day_test(self, day: Term, *, reached: bool) -> str:
        """Compare the day before it is moved with a threshold that is computed once a day."""
        assert isinstance(day, MovedTerm)
        name = self.term(day.of)
        test = f"{name} < {self.today(('before', day.periods, reached))}"
        return f"{name} is not None and {test}" if self.can_be_absent(day) else test

    def _equal(self, name: str, other: Term) -> str:
        """Return the text of an equality: identity where there is only one of each value."""
        value = self.constants[other.index] if isinstance(other, ConstantTerm) else 0
        same = isinstance(other, ConstantTerm) and (value is None or isinstance(value, bool | Choice))
        return f"{name} {'is' if same else '=='} {self.term(other)}"

    def can_be_absent(self, term: Term) -> bool:
        """Tell whether an operand, once known, can be absent."""
        match term:
            case FactTerm(id=name) | UnitTerm(id=name):
                return name in self.optional
            case MovedTerm(of=of):
                return self.can_be_absent(of)
        return False
