"""What is not compiled is left to graphql-core whole, with the same result, and its reason is counted."""

from collections.abc import Callable
from typing import Any

import pytest
from graphql import (
    ExecutionResult,
    GraphQLDeferDirective,
    GraphQLError,
    GraphQLSchema,
    build_schema,
    execute,
    execute_sync,
    parse,
)
from graphql.execution import Executor, experimental_execute_incrementally
from graphql.execution.incremental import IncrementalExecutor
from graphql.pyutils import AbortController

from api.execution import CompilationSettings, CompiledExecutor, Fallback, compiled_executor

SCHEMA = build_schema("""
    type Query { title(n: Int = 1): String, again: Query, node: Node }
    type Mutation { title: String }
    interface Node { id: ID }
    type Thing implements Node { id: ID }
""")
ROOT: dict[str, Any] = {"title": "x", "again": {"title": "y"}, "node": {"__typename": "Thing", "id": "1"}}


def compiled(**settings: Any) -> type[CompiledExecutor]:
    return compiled_executor(CompilationSettings(compile_at_sighting=1, **settings))


def fallbacks(executor_class: type[CompiledExecutor]) -> dict[str, int]:
    return dict(executor_class.compilation.counters.fallbacks)


def run(executor_class: type[CompiledExecutor], text: str, **arguments: Any) -> Any:
    """Execute, and see that graphql-core answers the same."""
    document = parse(text, experimental_fragment_arguments=True)
    result = execute(SCHEMA, document, ROOT, executor_class=executor_class, **arguments)
    assert result == execute(SCHEMA, document, ROOT, executor_class=IncrementalExecutor, **arguments)
    return result


@pytest.mark.parametrize(
    ("reason", "text", "arguments"),
    [
        (Fallback.MIDDLEWARE, "{ title }", {"middleware": [lambda next_, *args, **kwargs: next_(*args, **kwargs)]}),
        (Fallback.ABORT_SIGNAL, "{ title }", {"abort_signal": AbortController().signal}),
        (Fallback.AWAITABLE_PREDICATE, "{ title }", {"is_awaitable": lambda _value: False}),
        (Fallback.FRAGMENT_VARIABLES, "{ ...F(n: 1) } fragment F($n: Int) on Query { title(n: $n) }", {}),
        (Fallback.DIRECTIVE_VARIABLES, "query ($yes: Boolean) { title @skip(if: $yes) }", {}),
        (Fallback.INVALID_OPERATION, "{ again { title @skip(if: 1) } }", {}),
    ],
)
def test_an_operation_that_is_not_covered_is_left_to_graphql_core(reason: Fallback, text: str, arguments: dict[str, Any]) -> None:
    executor_class = compiled()
    run(executor_class, text, **arguments)
    assert fallbacks(executor_class) == {reason: 1}
    assert executor_class.compilation.counters.compiled == 0


@pytest.mark.parametrize(
    ("reason", "settings", "text"),
    [
        (Fallback.SWITCHED_OFF, {"enabled": False}, "{ title }"),
        (Fallback.NOT_TRUSTED, {"compile_only": lambda _document: False}, "{ title }"),
        (Fallback.TOO_LARGE, {"max_fields": 2}, "{ a: title b: title c: title }"),
        (Fallback.TOO_LARGE, {"max_fields": 5}, "{ a: again { ...F } b: again { ...F } } fragment F on Query { t: title u: title }"),
        (Fallback.TOO_LARGE, {"max_memory": 100}, "{ title }"),
        (Fallback.TOO_DEEP, {"max_depth": 1}, "{ again { again { title } } }"),
        (Fallback.TOO_SLOW_TO_COMPILE, {"max_compile_seconds": -1}, "{ title }"),
    ],
)
def test_an_operation_over_a_bound_is_left_to_graphql_core_every_time(reason: Fallback, settings: dict[str, Any], text: str) -> None:
    executor_class = compiled(**settings)
    document = parse(text)
    results = [execute(SCHEMA, document, ROOT, executor_class=executor_class) for _ in range(2)]
    assert results == [execute(SCHEMA, document, ROOT)] * 2
    assert fallbacks(executor_class) == {reason: 2}


def test_a_document_that_is_never_repeated_is_not_compiled() -> None:
    executor_class = compiled_executor()
    for _ in range(3):
        run(executor_class, "{ title }")
    assert fallbacks(executor_class) == {Fallback.SEEN_TOO_RARELY: 3}
    assert executor_class.compilation.counters.plans == 0


def test_a_document_is_compiled_when_it_is_met_for_the_second_time() -> None:
    executor_class, document = compiled_executor(), parse("{ title }")
    for _ in range(3):
        execute(SCHEMA, document, ROOT, executor_class=executor_class)
    assert fallbacks(executor_class) == {Fallback.SEEN_TOO_RARELY: 1}
    assert executor_class.compilation.counters.compiled == 2


def test_only_trusted_documents_are_compiled_when_asked_so() -> None:
    trusted, other = parse("{ title }"), parse("{ title }")
    executor_class = compiled(compile_only=lambda document: document is trusted)
    for document in (trusted, other):
        execute(SCHEMA, document, ROOT, executor_class=executor_class)
    assert executor_class.compilation.counters.compiled == 1
    assert fallbacks(executor_class) == {Fallback.NOT_TRUSTED: 1}


def test_a_prepared_operation_is_compiled_before_it_is_met() -> None:
    executor_class, document = compiled_executor(), parse("query One { title } query Two { again { title } }")
    assert executor_class.prepare(SCHEMA, document, "Two") is None
    assert executor_class.compilation.counters.compiled == 0
    execute(SCHEMA, document, ROOT, operation_name="Two", executor_class=executor_class)
    assert executor_class.compilation.counters.compiled == 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [("query ($n: Int!) { title(n: $n) }", Fallback.INVALID_OPERATION), ("{ title @skip(if: 1) }", Fallback.INVALID_OPERATION)],
)
def test_what_cannot_be_prepared_says_why(text: str, reason: Fallback) -> None:
    assert compiled_executor().prepare(SCHEMA, parse(text)) == reason


def test_a_deferred_fragment_is_left_to_graphql_core() -> None:
    executor_class = compiled()
    schema = GraphQLSchema(SCHEMA.query_type, directives=[*SCHEMA.directives, GraphQLDeferDirective])
    document = parse("{ ... @defer(if: false) { title } }")
    assert experimental_execute_incrementally(schema, document, ROOT, executor_class=executor_class) == ExecutionResult(
        {"title": "x"}, None
    )
    assert fallbacks(executor_class) == {Fallback.INCREMENTAL_DELIVERY: 1}


def test_an_executor_that_completes_in_its_own_way_is_left_alone() -> None:
    class Shouting(Executor[Any]):
        def execute_field(self, *args: Any) -> Any:
            return str(super().execute_field(*args)).upper()

    executor_class = compiled_executor(CompilationSettings(compile_at_sighting=1), base=Shouting)
    assert execute(SCHEMA, parse("{ title }"), ROOT, executor_class=executor_class) == ExecutionResult({"title": "X"}, None)
    assert fallbacks(executor_class) == {Fallback.CUSTOM_EXECUTOR: 1}


def test_without_a_plan_the_executor_is_one_of_the_base_class() -> None:
    executor_class = compiled_executor()
    assert type(executor_class.build(SCHEMA, parse("{ title }"), ROOT)) is IncrementalExecutor


def test_an_executor_that_was_not_built_executes_as_its_base() -> None:
    built: Any = IncrementalExecutor.build(SCHEMA, parse("{ title }"), ROOT)
    built.__class__ = compiled()
    assert built.execute_operation() == ExecutionResult({"title": "x"}, None)


def test_too_many_combinations_of_directive_values_are_left_to_graphql_core() -> None:
    executor_class = compiled(max_variants=1)
    document = parse("query ($yes: Boolean!) { title @skip(if: $yes) again { title } }")
    for yes in (True, False, True):
        arguments: dict[str, Any] = {"variable_values": {"yes": yes}}
        assert execute_sync(SCHEMA, document, ROOT, executor_class=executor_class, **arguments) == execute_sync(
            SCHEMA, document, ROOT, **arguments
        )
    assert fallbacks(executor_class) == {Fallback.TOO_MANY_VARIANTS: 1}
    assert executor_class.compilation.counters.compiled == 2


NODES = parse("{ a: node { ...F } b: node { ...F } c: node { ...F } } fragment F on Node { id x: id y: id }")
"""Nine selections, which make three fields and three more for each node, whose type is known at run time only."""


def test_an_object_over_a_bound_when_it_is_met_is_left_to_graphql_core() -> None:
    executor_class = compiled(max_fields=10)
    for _ in range(2):
        assert execute(SCHEMA, NODES, ROOT, executor_class=executor_class) == execute(SCHEMA, NODES, ROOT)
    assert executor_class.compilation.counters.compiled == 2
    assert fallbacks(executor_class) == {Fallback.TOO_LARGE: 1}


def test_errors_of_an_object_left_to_graphql_core_keep_their_path() -> None:
    def broken(_info: Any) -> Any:
        raise ValueError("broken")

    root = {"node": {"__typename": "Thing", "id": broken}}
    executor_class = compiled(max_fields=10)
    result = execute_sync(SCHEMA, NODES, root, executor_class=executor_class)
    assert result == execute_sync(SCHEMA, NODES, root)
    assert [error.path for error in result.errors or ()] == [[node, name] for node in "abc" for name in ("id", "x", "y")]
    assert fallbacks(executor_class) == {Fallback.TOO_LARGE: 1}


def test_a_failing_compiler_is_logged_and_the_request_is_served(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def fail(*_args: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr("api.execution.compiler.function_source", fail)
    executor_class = compiled()
    run(executor_class, "{ title }")
    assert fallbacks(executor_class) == {Fallback.COMPILATION_FAILED: 1}
    assert "could not be compiled" in caplog.text


def test_whoever_listens_is_told_each_reason() -> None:
    told: list[str] = []
    hook: Callable[[str], None] = told.append
    executor_class = compiled(on_fallback=hook, compile_only=lambda _document: False)
    run(executor_class, "{ title }")
    assert told == ["not_trusted"]


def test_a_request_that_cannot_be_executed_is_answered_as_by_graphql_core() -> None:
    executor_class = compiled()
    result = run(executor_class, "query ($n: Int!) { title(n: $n) }")
    assert [type(error) for error in result.errors] == [GraphQLError]
