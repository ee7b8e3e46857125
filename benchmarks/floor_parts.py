"""How the floor goes through parts: the lists of each type, what a loop over them reads, and what is made of them all."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from rules.engine.plan import Plan, Segment, Unit
from rules.engine.terms import FactTerm, Term, UnitTerm


class Parts:
    """
    The parts of one plan; *optional* are the ids of the facts and calculations that can be absent.

    A function of the floor holds ``dwelling_parts``, all of a type; for those that are not parts of the root also ``dwelling_above``,
    the place of what each is a part of, and ``dwelling_spans``, the first and the last place of those of each.
    """

    def __init__(self, plan: Plan, optional: frozenset[str]) -> None:
        self.plan = plan
        self.optional = optional
        self.conditional = frozenset(unit.id for unit in plan.units if unit.when is not None)
        self.above = {each.name: each.above for each in plan.types}
        self.lists = {listed.id: (number, listed.of) for each in plan.types for number, listed in enumerate(each.lists)}
        units = {unit.id: unit for unit in plan.units}
        self.home = {
            (segment.type, units[name].slot): (number, position)
            for number, segment in enumerate(plan.segments)
            for position, name in enumerate(segment.units)
        }

    def chain(self, of: str | None) -> list[str]:
        """Return a type and those above it."""
        return [] if of is None else [of, *self.chain(self.above[of])]

    def gathered(self) -> Iterator[str]:
        """Yield the lines that gather the parts of each type."""
        for number, of in self.lists.values():
            above = self.above[of]
            if above == self.plan.root:
                yield f"{of}_parts = root.parts[{number}]"
                continue
            yield f"{of}_parts, {of}_above, {of}_spans = [], [], []"
            yield f"for place, each in enumerate({above}_parts):"
            yield f"    {of}_spans.append((len({of}_parts), len({of}_parts) + len(each.parts[{number}])))"
            yield f"    {of}_parts += each.parts[{number}]"
            yield f"    {of}_above += [place] * len(each.parts[{number}])"

    def loaded(self, read: Iterable[str], segment: Segment, number: int) -> Iterator[str]:
        """Yield the lines that load what a loop over ``part`` reads of it and of what stands above it, the root left out."""
        place = "place"
        for of in self.chain(segment.type)[:-1]:
            mine = [name for name in read if name.startswith(f"{of}_")]
            if not mine:
                continue
            if of != segment.type:
                yield f"above_{of} = {self._place_above(segment.type, of)}"
                place = f"above_{of}"
            yield f"values = {of}_parts[{place}].values"
            for name in mine:
                index = int(name[len(of) + 2 :])
                if name == f"{of}_f{index}":
                    yield f"{name} = values[{index}]"
                elif self.home[of, index][0] < number:
                    yield f"{name} = {self._result(of, index)}[{place}][{self.home[of, index][1]}]"

    def aggregated(self, unit: Unit, result: str, term: Callable[[Term], str]) -> Iterator[str]:
        """Yield a loop over the results and facts of the parts that an aggregate reads."""
        aggregate = unit.aggregate
        assert aggregate is not None
        _, of = self.lists[aggregate.list]
        read: dict[str, str] = {}

        def of_part(each: Term) -> str:
            assert isinstance(each, FactTerm | UnitTerm)
            if each.level:
                return term(msgspec.structs.replace(each, level=each.level - 1))
            slot = each.slot if isinstance(each, UnitTerm) else each.settled
            if slot is None:
                assert isinstance(each, FactTerm)
                return f"{read.setdefault(f'{of}_parts', f'each{len(read)}')}.values[{each.index}]"
            return f"{read.setdefault(self._result(of, slot), f'each{len(read)}')}[{self.home[of, slot][1]}]"

        where = "True" if aggregate.where is None else of_part(aggregate.where)
        held = value = "1" if aggregate.of is None else of_part(aggregate.of)
        value += " or 0" if aggregate.make == "total" and getattr(aggregate.of, "id", "") in self.optional else ""
        begun, each_line = {
            "any": ("False", f"if {where}: {result} = True; break"),
            "all": ("True", f"if not {where}: {result} = False; break"),
            "count": ("0", f"if {where}: {result} += 1"),
            "total": ("zero" if unit.value_kind == "Decimal" else "0", f"if {where}: {result} += {value}"),
            "values": ("[]", f"if {where}: {result}.append({value})"),
        }[aggregate.make]
        yield f"{result} = {begun}"
        sources = list(read) or [f"{of}_parts"]
        if unit.type != self.plan.root:
            yield f"first, last = {of}_spans[place]"
            sources = [f"{each}[first:last]" for each in sources]
        names = ", ".join(read.values()) or "each"
        yield f"for {names} in {sources[0]}:" if len(sources) == 1 else f"for {names} in zip({', '.join(sources)}):"
        conditional = isinstance(aggregate.of, UnitTerm) and aggregate.of.id in self.conditional
        if conditional:
            yield f"    if {where} and {held} is U: {result} = U; break"
        yield f"    {each_line}"
        if aggregate.make == "values":
            yield f"{result} = {result} if {result} is U else tuple({result})" if conditional else f"{result} = tuple({result})"

    def _result(self, of: str, slot: int) -> str:
        return f"results{self.home[of, slot][0]}"

    def _place_above(self, of: str, wanted: str) -> str:
        place = "place"
        for each in self.chain(of)[: self.chain(of).index(wanted)]:
            place = f"{each}_above[{place}]"
        return place
