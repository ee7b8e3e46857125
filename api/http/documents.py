"""Documents, parsed, measured and validated once for each text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from cachetools import LRUCache
from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    IntValueNode,
    OperationDefinitionNode,
    OperationType,
    parse,
    specified_rules,
    validate,
)
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from api.http.cost import Cost
from api.http.errors import Code, ErrorBody, ErrorFormatter, RequestError
from api.http.limits import measure
from api.http.permitted import Needed, needs_of_operations
from api.http.settings import TransportSettings

RULES: Final = (*specified_rules, MaybeNullValidationRule, OneOfInputValidationRule)
"""Those of the specification, and strawberry's two for its own input types."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of a document: its kind, its cost, the numbers its variables have unless told, and what it needs of its caller."""

    name: str | None
    kind: OperationType
    cost: Cost
    defaults: Mapping[str, int]
    needs: frozenset[str] = frozenset()

    def cost_under(self, variables: Mapping[str, object] | None) -> int:
        """Return the cost with these variables; looked at apart from the verdict that is kept."""
        if not self.cost.items:
            return self.cost.under({})
        return self.cost.under({**self.defaults, **(variables or {})})


@dataclass(frozen=True, slots=True)
class Prepared:
    """
    A document as it will be run, or what is wrong with it.

    Args:
        document: None when there are errors.
        errors: formatted, without a trace id.
        operations: in order; their names may not be unique in a document with errors.
        introspects: it reads the schema.
    """

    document: DocumentNode | None
    errors: tuple[ErrorBody, ...] = ()
    operations: tuple[Operation, ...] = ()
    introspects: bool = False

    def choose(self, name: str | None) -> Operation:
        """
        Return the operation to run.

        Raises:
            RequestError: there are several and no name, or none of this name.
        """
        if name is not None:
            for operation in self.operations:
                if operation.name == name:
                    return operation
            message = "No operation of the document has the name given as operationName."
            raise RequestError(Code.OPERATION_NOT_FOUND, message, of_document=True)
        if len(self.operations) == 1:
            return self.operations[0]
        if self.operations:
            message = "The document has several operations: say which one to run in operationName."
            raise RequestError(Code.OPERATION_AMBIGUOUS, message, of_document=True)
        raise RequestError(Code.OPERATION_NOT_FOUND, "The document has no operation, only fragments.", of_document=True)


@dataclass(slots=True)
class Documents:
    """The parser and validator, with one cache keyed by text and bounded in count and in bytes of text."""

    schema: GraphQLSchema
    settings: TransportSettings
    formatter: ErrorFormatter
    needed: Needed = field(default_factory=dict)
    _kept: LRUCache[str, Prepared] = field(init=False)

    def __post_init__(self) -> None:
        share = self.settings.cached_bytes // self.settings.cached_documents  # no entry counts less: bounds the count too
        self._kept = LRUCache(self.settings.cached_bytes, getsizeof=lambda prepared: max(share, _size(prepared)))

    def prepare(self, text: str) -> Prepared:
        """Return the document of *text*, or what is wrong with it, whatever the variables."""
        kept = self._kept.get(text)
        if kept is not None:
            return kept
        prepared = self._prepare(text)
        if _size(prepared) <= self.settings.cached_bytes:
            self._kept[text] = prepared
        return prepared

    def _prepare(self, text: str) -> Prepared:
        limits = self.settings.limits
        try:
            document = parse(text, max_tokens=limits.tokens)
        except GraphQLSyntaxError as error:
            code = Code.LIMIT_EXCEEDED if "Parsing aborted" in error.message else Code.GRAPHQL_PARSE_FAILED
            return Prepared(None, (self.formatter.of_document(error, code),))
        measured = measure(self.schema, document, limits)
        if measured.exceeded:
            return Prepared(None, tuple({"message": told, "extensions": {"code": Code.LIMIT_EXCEEDED}} for told in measured.exceeded))
        errors = self._errors(document)
        if errors:
            return Prepared(None, tuple(self.formatter.of_document(error, Code.GRAPHQL_VALIDATION_FAILED) for error in errors))
        nodes = (node for node in document.definitions if isinstance(node, OperationDefinitionNode))
        needs = needs_of_operations(self.schema, document, self.needed)
        operations = tuple(_operation(*each) for each in zip(nodes, measured.costs, needs, strict=True))
        return Prepared(document, (), operations, measured.introspects)

    def _errors(self, document: DocumentNode) -> list[GraphQLError]:
        reported = self.settings.limits.reported
        return validate(self.schema, document, RULES, max_errors=reported, hide_suggestions=not self.settings.development)[:reported]


def _operation(node: OperationDefinitionNode, cost: Cost, needs: frozenset[str]) -> Operation:
    defaults = {
        variable.variable.name.value: int(variable.default_value.value)
        for variable in node.variable_definitions or ()
        if isinstance(variable.default_value, IntValueNode)
    }
    return Operation(node.name.value if node.name else None, node.operation, cost, defaults, needs)


def _size(prepared: Prepared) -> int:
    """Return the length of the text behind *prepared*; a document with errors keeps no text."""
    document = prepared.document
    return len(document.loc.source.body) if document and document.loc else 0
