"""
How much a document asks for, measured in one walk that is linear in its length.

Every fragment is measured once, however often it is spread, so a kilobyte of fragments that spread each other twice costs a kilobyte
of work. What depends on variables (``first: $n``) stays a formula: the verdict that is kept for a document is true for all variables.

The cost of an operation is the number of fields that its answer may hold: one for each field, times the items of the lists around it.
A list with ``first`` or ``last`` has so many items, ``Limits.page_size`` where neither is given, and so have ``edges`` and ``nodes`` below
such a connection; any other list is taken to have ``Limits.list_size``.
"""

from collections import Counter
from dataclasses import dataclass, field

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLCompositeType,
    GraphQLField,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_list_type,
)

from api.http.cost import NOTHING, Cost, Size, Variable
from api.http.settings import Limits

NESTED = 200
"""Selections within selections, fragments unfolded; graphql-core refuses more as well."""


class TooDeep(Exception):
    """The document nests further than is looked at."""


@dataclass(frozen=True, slots=True)
class Selection:
    """
    What one selection set asks for.

    Args:
        depth: fields below fields.
        fields: at its first level, fragments unfolded.
        own: its cost, but for the lists directly in it.
        lists: the cost of one item of each list directly in it; whoever holds the selection knows how many there are.
    """

    depth: int = 0
    fields: int = 0
    own: Cost = NOTHING
    lists: Cost = NOTHING

    def __add__(self, other: "Selection") -> "Selection":
        depth = max(self.depth, other.depth)
        return Selection(depth, self.fields + other.fields, self.own + other.own, self.lists + other.lists)


@dataclass(frozen=True, slots=True)
class Measure:
    """
    What a document asks for.

    Args:
        exceeded: a sentence for each limit that it exceeds, whatever the variables.
        costs: of each operation, in order.
        introspects: it reads the schema.
        visited: selections that were looked at: the work that measuring took.
    """

    exceeded: tuple[str, ...]
    costs: tuple[Cost, ...]
    introspects: bool
    visited: int


def measure(schema: GraphQLSchema, document: DocumentNode, limits: Limits) -> Measure:
    """Measure *document* against *schema*; it need not be valid."""
    counts = _count(document)
    named = {"aliases": limits.aliases, "directives": limits.directives, "spreads": limits.spreads, "repeats": limits.repeats}
    exceeded = [_sentence(name, counts[name], limit) for name, limit in named.items() if counts[name] > limit]
    introspects = counts["introspects"] > 0
    if exceeded:
        return Measure(tuple(exceeded), (), introspects, counts["visited"])
    walk = _Walk(schema, limits, {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)})
    costs = []
    for operation in document.definitions:
        if isinstance(operation, OperationDefinitionNode):
            try:
                whole = walk.operation(operation)
            except TooDeep:
                return Measure((_sentence("depth", NESTED, limits.depth),), (), introspects, counts["visited"])
            exceeded += [_sentence("depth", whole.depth, limits.depth)] if whole.depth > limits.depth else []
            exceeded += [_sentence("root fields", whole.fields, limits.root_fields)] if whole.fields > limits.root_fields else []
            costs.append(whole.own + whole.lists.times(limits.list_size))
    return Measure(tuple(exceeded), tuple(costs), introspects, counts["visited"] + walk.visited)


def has_more_objects(value: object, most: int) -> bool:
    """Tell whether a JSON value holds more than so many objects, itself among them."""
    waiting, found = [value], 0
    while waiting and found <= most:
        each = waiting.pop()
        if isinstance(each, dict):
            found += 1
            waiting.extend(inner for inner in each.values() if isinstance(inner, dict | list))
        elif isinstance(each, list):
            waiting.extend(inner for inner in each if isinstance(inner, dict | list))
    return found > most


def _sentence(name: str, found: int, limit: int) -> str:
    return f"The document has {name} {found}; at most {limit} is allowed. Ask for less, or in several requests."


def _count(document: DocumentNode) -> Counter[str]:
    """Count what is written in the document, each thing once, without following fragments."""
    counts: Counter[str] = Counter()
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode | FragmentDefinitionNode):
            counts["directives"] += len(definition.directives or ())
            counts["directives"] += sum(len(variable.directives or ()) for variable in definition.variable_definitions or ())
            _count_selections(definition.selection_set, counts)
    return counts


def _count_selections(whole: SelectionSetNode, counts: Counter[str]) -> None:
    names: set[str] = set()
    waiting: list[tuple[SelectionSetNode, set[str]]] = [(whole, names)]
    while waiting:
        selections, names = waiting.pop()
        for node in selections.selections:
            counts["visited"] += 1
            counts["directives"] += len(node.directives or ())
            if isinstance(node, FieldNode):
                name = node.alias.value if node.alias else node.name.value
                counts["aliases"] += node.alias is not None
                counts["repeats"] += name in names
                counts["introspects"] += node.name.value in {"__schema", "__type"}
                names.add(name)
                if node.selection_set:
                    waiting.append((node.selection_set, set()))
            elif isinstance(node, InlineFragmentNode):
                waiting.append((node.selection_set, names))  # its fields merge with those around it
            else:
                counts["spreads"] += 1


@dataclass(slots=True)
class _Walk:
    """The walk that follows fragments, each once."""

    schema: GraphQLSchema
    limits: Limits
    fragments: dict[str, FragmentDefinitionNode]
    known: dict[str, Selection] = field(default_factory=dict)
    visited: int = 0

    def operation(self, node: OperationDefinitionNode) -> Selection:
        return self._selections(node.selection_set, self.schema.get_root_type(node.operation), 0)

    def _selections(self, node: SelectionSetNode, parent: GraphQLCompositeType | None, nested: int) -> Selection:
        if nested > NESTED:
            raise TooDeep
        whole = Selection()
        for selection in node.selections:
            self.visited += 1
            whole += self._selection(selection, parent, nested + 1)
        return whole

    def _selection(self, node: SelectionNode, parent: GraphQLCompositeType | None, nested: int) -> Selection:
        if isinstance(node, FieldNode):
            return self._field(node, self.schema.get_field(parent, node.name.value) if parent else None, nested)
        if isinstance(node, FragmentSpreadNode):
            return self._fragment(node.name.value, nested)
        assert isinstance(node, InlineFragmentNode)
        condition = node.type_condition
        return self._selections(node.selection_set, self._type(condition.name.value) if condition else parent, nested)

    def _fragment(self, name: str, nested: int) -> Selection:
        fragment = self.fragments.get(name)
        if fragment is None:
            return Selection()
        if name not in self.known:
            self.known[name] = Selection()  # a fragment within itself adds nothing, and validation refuses it
            self.known[name] = self._selections(fragment.selection_set, self._type(fragment.type_condition.name.value), nested)
        return self.known[name]

    def _field(self, node: FieldNode, definition: GraphQLField | None, nested: int) -> Selection:
        if node.selection_set is None:
            return Selection(depth=1, fields=1, own=Cost(1))
        named = get_named_type(definition.type) if definition else None
        inner = self._selections(node.selection_set, named if is_composite_type(named) else None, nested)
        size = _size(node, definition, self.limits)
        static = named is not None and named.name.startswith("__")  # the schema's own lists are as long as they are
        around: Size = 1 if static else self.limits.list_size if size is None else size
        if definition is None or static or not is_list_type(get_nullable_type(definition.type)):
            return Selection(inner.depth + 1, 1, Cost(1) + inner.own + inner.lists.times(around))
        each = inner.own + inner.lists.times(self.limits.list_size)
        if size is None:
            return Selection(inner.depth + 1, 1, Cost(1), each)
        return Selection(inner.depth + 1, 1, Cost(1) + each.times(size))

    def _type(self, name: str) -> GraphQLCompositeType | None:
        named = self.schema.get_type(name)
        return named if is_composite_type(named) else None


def _size(node: FieldNode, definition: GraphQLField | None, limits: Limits) -> Size | None:
    """Return how many items ``first`` and ``last`` ask for, or ``ids``; ``None`` where the field takes none of them."""
    arguments = definition.args if definition else {}
    written = {argument.name.value: argument.value for argument in node.arguments or () if argument.name.value in arguments}
    if "ids" in arguments:
        ids = written.get("ids")
        if isinstance(ids, VariableNode):
            return Variable((ids.name.value,), limits.list_size)
        return max(limits.list_size, len(ids.values)) if isinstance(ids, ListValueNode) else None
    asked = [name for name in ("first", "last") if name in arguments]
    if not asked:
        return None
    values = [written.get(name) for name in asked]
    sizes = [max(0, int(value.value[:20])) for value in values if isinstance(value, IntValueNode)]
    defaults = [arguments[name].default_value for name, value in zip(asked, values, strict=True) if not isinstance(value, IntValueNode)]
    otherwise = max([*sizes, *(each for each in defaults if isinstance(each, int))], default=limits.page_size)
    names = tuple(value.name.value for value in values if isinstance(value, VariableNode))
    return Variable(names, otherwise) if names else otherwise
