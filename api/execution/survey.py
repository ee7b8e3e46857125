"""Looks through an operation and its fragments, before anything is compiled, for what decides whether and how to."""

from collections.abc import Iterable, Iterator

from graphql import (
    DirectiveNode,
    FieldNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
)
from graphql.execution.collect_fields import FragmentDetails

from api.execution.fallbacks import Fallback, NotCompilableError

_INCREMENTAL = frozenset({"defer", "stream"})
_CONDITIONAL = frozenset({"skip", "include"})


def directive_variables(operation: OperationDefinitionNode, fragments: Iterable[FragmentDetails], max_selections: int) -> tuple[str, ...]:
    """
    Return the names of the variables that decide which fields @skip and @include leave.

    Raises:
        NotCompilableError: there are over *max_selections* selections, @defer, @stream, or fragments with variables.
    """
    fragments = tuple(fragments)
    if any(fragment.variable_signatures for fragment in fragments):
        raise NotCompilableError(Fallback.FRAGMENT_VARIABLES)
    roots = (operation.selection_set, *(fragment.definition.selection_set for fragment in fragments))
    names: set[str] = set()
    for count, selection in enumerate(_selections(roots), start=1):
        if count > max_selections:
            raise NotCompilableError(Fallback.TOO_LARGE)
        for directive in selection.directives or ():
            if directive.name.value in _INCREMENTAL:
                raise NotCompilableError(Fallback.INCREMENTAL_DELIVERY)
            if directive.name.value in _CONDITIONAL:
                names.update(_variables(directive))
    return tuple(sorted(names))


def _selections(selection_sets: Iterable[SelectionSetNode]) -> Iterator[SelectionNode]:
    """Walk without recursion: the nesting of an unvalidated document may be anything."""
    waiting = list(selection_sets)
    while waiting:
        for selection in waiting.pop().selections:
            yield selection
            if isinstance(selection, FieldNode | InlineFragmentNode) and selection.selection_set:
                waiting.append(selection.selection_set)


def _variables(directive: DirectiveNode) -> Iterator[str]:
    return (argument.value.name.value for argument in directive.arguments or () if isinstance(argument.value, VariableNode))
