"""Which tasks bring a document: those that are done with the fact that says that it is there."""

from collections.abc import Iterable

from rules.engine.answers.reading import Evaluation, Reading, above
from rules.engine.run import Node
from rules.engine.terms import FactTerm, MovedTerm, Or, Tree, UnitTerm
from rules.engine.trees import leaves_of

Place = tuple[str, str]
"""A fact and the part it is of."""


class Bringing:
    """
    The tasks that bring documents.

    Args:
        reading: the run.
        tasks: that are to be done, may have to be, or wait for a day.
    """

    def __init__(self, reading: Reading, tasks: Iterable[Evaluation]) -> None:
        self._units = reading.index.units
        self._by_place: dict[Place, list[Evaluation]] = {}
        for each in tasks:
            for place in self._closing(each.unit.task.closed if each.unit.task else None, each.node):
                self._by_place.setdefault(place, []).append(each)

    def of(self, document: Evaluation) -> list[Evaluation]:
        """Return the tasks that bring a document."""
        fact = None if document.unit.document is None else document.unit.document.obtained
        return self._by_place.get((fact.id, above(document.node, fact.level).path), []) if isinstance(fact, FactTerm) else []

    def _closing(self, tree: Tree | None, node: Node) -> set[Place]:
        """Return the facts that a condition reads, through those that it names; of what closes a task the deed, which stands first."""
        found: set[Place] = set()
        tree = tree.items[0] if isinstance(tree, Or) else tree
        for term in (term for leaf in leaves_of(tree) for term in leaf.terms):
            inner = term.of if isinstance(term, MovedTerm) else term
            if isinstance(inner, FactTerm):
                found.add((inner.id, above(node, inner.level).path))
            elif isinstance(inner, UnitTerm):
                found |= self._closing(self._units[inner.id].condition, above(node, inner.level))
        return found
