"""
The compiler: each of a plan's segments as a straight-line Python function over the nodes of its type.

What the text of a unit looks like is in ``unit_text.py``. A segment's function puts it together::

    def segment(nodes, e, U=U):
        e1 = e[1]                          # what depends on the day alone
        for node in nodes:
            f0_3 = node.values[3]          # the facts that are read
            s22 = … = None                 # leaves that may stay unreached
            try:
                …                          # every unit, in order
            except Exception: again(node, e); continue
            node.block = [s20, s21, s22, …]

Where a rule raises, the node is evaluated again by a second function, in which every unit has a guard of its own, so that this rule alone
fails. Guards cost no time, but their handlers would make up half of a text of which every byte is walked through; and rules hardly ever
raise, so the second function is made when it is first needed.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from types import FunctionType
from typing import Any

from domain.facts import UNKNOWN
from rules.engine.compilation.emission import Emission, EnvironmentKey
from rules.engine.compilation.unit_text import UnitText, may_stay_unreached
from rules.engine.plan import Segment, Unit
from rules.engine.run import Function, Node, Outcome, checked, figure_on, in_force, moved, whole

CALLED = (checked, figure_on, in_force, moved, whole)
CHAINED = 200  # results set to ``None`` by one statement


@dataclass(frozen=True, slots=True)
class CompiledSegment:
    """A segment's function: from the nodes of a type and the day's environment it adds the segment's stretch to their blocks."""

    type_name: str
    function: Function


class Compiler:
    """
    Compiles segments.

    Args:
        units: the plan's units by id.
        constants: the live values that conditions compare with.
        functions: the Python functions of calculations by id.
        kinds: what each such function must return: a class, and whether it may be ``None``.
        optional: ids of facts and calculations that can be absent.
        collections: ids of facts that hold collections.
        names: live figures, by ``dated_`` and their name.
    """

    def __init__(
        self,
        *,
        units: dict[str, Unit],
        constants: list[Any],
        functions: dict[str, Callable[..., Any]],
        kinds: dict[str, tuple[type, bool]],
        optional: frozenset[str],
        collections: frozenset[str],
        names: dict[str, Any],
    ) -> None:
        self.units = units
        self.constants = constants
        self.functions = functions
        self.kinds = kinds
        self.optional = optional
        self.collections = collections
        self.environment: dict[EnvironmentKey, int] = {("as_of",): 0}
        self._guarded: dict[Segment, Function] = {}
        self.names: dict[str, Any] = (
            {each.__name__: each for each in CALLED} | {each.name: each for each in Outcome} | {"U": UNKNOWN, "zero": Decimal(0)} | names
        )

    def compile(self, segments: Iterable[Segment]) -> list[CompiledSegment]:
        """Return the functions of *segments*, in order."""
        return [CompiledSegment(segment.type, self._function(segment, guarded=False)) for segment in segments]

    def _function(self, segment: Segment, *, guarded: bool) -> Function:
        # Globals of its own: Python finds a global fast only among the first 65,536 of a dictionary.
        names = self.names | {"again": partial(self._again, segment)}
        text = "\n".join(self._text(segment, names, guarded=guarded))
        exec(compile(text, f"<rules of {segment.type} from slot {segment.start}>", "exec"), names)  # noqa: S102 - made from checked declarations
        function: Function = names["segment"]
        return function

    def _text(self, segment: Segment, names: dict[str, Any], *, guarded: bool) -> Iterator[str]:
        emission = Emission(segment, self.constants, self.optional, self.collections, self.environment, names)
        units = [self.units[each] for each in segment.units]
        functions = {unit.id: copied(self.functions[unit.id]) for unit in units if unit.id in self.functions}
        text = UnitText(emission, functions, self.kinds)
        body = [line for unit in units for line in text.unit(unit, guarded=guarded)]
        unreached = [slot for unit in units for slot in may_stay_unreached(unit)]
        results = ", ".join(f"s{slot}" for slot in range(segment.start, segment.end))
        yield "def segment(nodes, e, U=U):"
        yield from (f"    {local} = {text}" for local, text in emission.today_loads.items())
        yield "    for node in nodes:"
        yield from (f"        {local} = {text}" for local, text in emission.loads.items())
        yield from (f"        {' = '.join(unreached[low : low + CHAINED])} = None" for low in range(0, len(unreached), CHAINED))
        if guarded:
            yield from (f"        {line}" for line in body)
        else:
            yield "        try:"
            yield from (f"            {line}" for line in body)
            yield "        except Exception: again(node, e); continue"
        yield f"        node.block {'+=' if segment.start else '='} [{results}]"

    def _again(self, segment: Segment, node: Node, environment: list[Any]) -> None:
        """Evaluate a node in which something failed once more, each unit in a guard of its own; few runs ever need the function."""
        if segment not in self._guarded:
            self._guarded[segment] = self._function(segment, guarded=True)
        self._guarded[segment]([node], environment)


def copied(function: Callable[..., Any]) -> Callable[..., Any]:
    """
    Return a copy of a Python function, which debuggers take for the same.

    Functions that are called one after another are copied one after another: then they lie side by side in memory, and calling one that was
    not called lately costs less.
    """
    if not isinstance(function, FunctionType):
        return function
    code = function.__code__.replace(co_consts=(*function.__code__.co_consts,))  # a tuple of its own, too
    copy = FunctionType(code, function.__globals__, function.__name__, function.__defaults__, function.__closure__)
    copy.__kwdefaults__ = function.__kwdefaults__
    return copy
