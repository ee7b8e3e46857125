"""Plans are kept under their bounds, and belong to one document."""

import gc
import tracemalloc
from collections.abc import Iterator
from typing import Any
from weakref import ref

import pytest
from graphql import DocumentNode, GraphQLSchema, OperationDefinitionNode, build_schema, execute_sync, parse

from api.execution import CompilationSettings, CompiledExecutor, Fallback, compiled_executor
from api.execution.pacing import CompileTime
from api.execution.plans import OperationPlans, PlanCache, plan_key

SCHEMA = build_schema("""
    type Query { title: String, many: [Query!]!, node: Node, by(id: ID): String }
    interface Node { id: ID }
    type Thing implements Node { id: ID, title: String, by(id: ID): String }
""")
ROOT: dict[str, Any] = {"title": "x", "many": [{"title": "y"}] * 3, "node": {"__typename": "Thing", "id": "1", "title": "z"}}


def rotating_documents(count: int) -> Iterator[DocumentNode]:
    """Make documents that differ, each with an object of a type known at run time only."""
    for index in range(count):
        fields = " ".join(f"a{index}_{field}: title" for field in range(12))
        yield parse(f"{{ {fields} many {{ {fields} }} node {{ id ... on Thing {{ {fields} }} }} }}")


def serve(executor_class: type[CompiledExecutor], document: DocumentNode, schema: GraphQLSchema = SCHEMA, times: int = 1) -> None:
    for _ in range(times):
        assert execute_sync(schema, document, ROOT, executor_class=executor_class).errors is None


def test_no_more_plans_are_kept_than_allowed() -> None:
    executor_class = compiled_executor(CompilationSettings(max_plans=5))
    for document in rotating_documents(20):
        serve(executor_class, document, times=2)
        assert len(executor_class.compilation.plans) <= 5
    assert executor_class.compilation.counters.plans == 20


@pytest.mark.parametrize("bound", [200_000, 600_000])
def test_under_rotating_documents_memory_stays_under_the_bound(bound: int) -> None:
    # The interpreter's table of interned strings doubles now and then, on whoever's line: never twice in a row.
    assert min(memory_held(bound) for _ in range(2)) <= bound


def memory_held(bound: int) -> int:
    """Serve many documents, and return the bytes that are held afterwards."""
    executor_class = compiled_executor(CompilationSettings(max_memory=bound))
    serve(executor_class, next(rotating_documents(1)), times=3)
    gc.collect()
    tracemalloc.start()
    try:
        for document in rotating_documents(60):
            serve(executor_class, document, times=3)
            assert executor_class.compilation.plans.memory <= bound
        del document
        gc.collect()
        held, _peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(executor_class.compilation.plans) >= 1
    return held


def test_the_least_recently_used_plan_goes_first() -> None:
    executor_class = compiled_executor(CompilationSettings(max_plans=2))
    first, second, third = rotating_documents(3)
    for document in (first, second, first, third):
        serve(executor_class, document, times=2)
    made = executor_class.compilation.counters.plans
    serve(executor_class, first)
    assert executor_class.compilation.counters.plans == made
    serve(executor_class, second, times=2)
    assert executor_class.compilation.counters.plans == made + 1


def test_documents_that_push_each_other_out_are_not_compiled_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.execution.pacing.RESERVE_SECONDS", 1e-9)
    executor_class = compiled_executor(CompilationSettings(max_plans=2, max_compile_share=0.0))
    documents = list(rotating_documents(4))
    for document in documents * 3:
        serve(executor_class, document)
    counters = executor_class.compilation.counters
    assert counters.plans == 1
    assert counters.fallbacks == {Fallback.SEEN_TOO_RARELY: 4, Fallback.COMPILED_TOO_MUCH: 6}


def test_other_directive_values_are_not_compiled_without_end_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.execution.pacing.RESERVE_SECONDS", 1e-9)
    executor_class = compiled_executor(CompilationSettings(compile_at_sighting=1, max_compile_share=0.0))
    document = parse("query ($yes: Boolean!) { title @skip(if: $yes) }")
    for yes in (True, False, True):
        assert execute_sync(SCHEMA, document, ROOT, variable_values={"yes": yes}, executor_class=executor_class).errors is None
    counters = executor_class.compilation.counters
    assert (counters.plans, counters.fallbacks) == (1, {Fallback.COMPILED_TOO_MUCH: 1})


def test_time_for_compiling_comes_back_with_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("api.execution.pacing.monotonic", lambda: now)
    compile_time = CompileTime(share=0.1)
    compile_time.spend(1.5)
    assert not compile_time.is_left()
    now += 4.9
    assert not compile_time.is_left()
    now += 0.2
    assert compile_time.is_left()
    now += 1_000
    assert compile_time.is_left()
    compile_time.spend(1.0)
    assert not compile_time.is_left()


def test_documents_met_once_or_refused_push_no_plan_out() -> None:
    kept, *others = rotating_documents(100)
    executor_class = compiled_executor(CompilationSettings(max_plans=2, compile_only=lambda document: document is kept))
    serve(executor_class, kept, times=2)
    for document in others:
        serve(executor_class, document, times=2)
    compiled = executor_class.compilation.counters.compiled
    serve(executor_class, kept)
    assert executor_class.compilation.counters.compiled == compiled + 1
    assert len(executor_class.compilation.plans._sightings) <= 16


def test_a_document_that_took_the_address_of_another_is_met_for_the_first_time() -> None:
    cache = PlanCache(CompilationSettings())
    first, second = rotating_documents(2)
    operation = first.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    key = plan_key(SCHEMA, first, operation)
    assert [cache.sight(key, document).count for document in (first, first, second, second)] == [1, 2, 1, 2]


def test_equal_documents_have_plans_of_their_own() -> None:
    executor_class = compiled_executor(CompilationSettings(compile_at_sighting=1))
    for document in (parse("{ title }"), parse("{ title }")):
        serve(executor_class, document)
    assert executor_class.compilation.counters.plans == 2


def test_operations_of_one_document_have_plans_of_their_own() -> None:
    executor_class = compiled_executor(CompilationSettings(compile_at_sighting=1))
    document = parse("query One { title } query Two { again: title }")
    for name, data in (("One", {"title": "x"}), ("Two", {"again": "x"}), ("One", {"title": "x"})):
        assert execute_sync(SCHEMA, document, ROOT, operation_name=name, executor_class=executor_class).data == data
    assert executor_class.compilation.counters.plans == 2


def test_one_operation_in_two_documents_has_a_plan_for_each() -> None:
    executor_class = compiled_executor(CompilationSettings(compile_at_sighting=1))
    operation, first = parse("{ ...F } fragment F on Query { title }").definitions
    second = parse("fragment F on Query { again: title }").definitions[0]
    for fragment, data in ((first, {"title": "x"}), (second, {"again": "x"}), (first, {"title": "x"})):
        document = DocumentNode(definitions=(operation, fragment))
        assert execute_sync(SCHEMA, document, ROOT, executor_class=executor_class).data == data


def test_one_document_has_a_plan_for_each_schema() -> None:
    executor_class, document = compiled_executor(CompilationSettings(compile_at_sighting=1)), parse("{ title }")
    other = build_schema("type Query { title: Int! }")
    serve(executor_class, document)
    result = execute_sync(other, document, {"title": 7}, executor_class=executor_class)
    assert result.data == {"title": 7}


def test_a_field_resolver_of_the_request_is_not_forgotten_by_the_plan() -> None:
    executor_class, document = compiled_executor(CompilationSettings(compile_at_sighting=1)), parse("{ title }")

    def resolver(name: str) -> Any:
        return lambda _source, _info, **_arguments: name

    resolvers = (None, resolver("one"), resolver("two"))
    results = [execute_sync(SCHEMA, document, ROOT, field_resolver=chosen, executor_class=executor_class) for chosen in resolvers]
    assert [result.data for result in results] == [{"title": "x"}, {"title": "one"}, {"title": "two"}]


def test_the_memory_of_a_plan_is_not_estimated_too_low() -> None:
    document = next(rotating_documents(1))
    executor_class = compiled_executor(CompilationSettings(compile_at_sighting=1))
    serve(executor_class, parse("{ title many { title } node { id } }"))
    before = executor_class.compilation.plans.memory
    gc.collect()
    tracemalloc.start()
    serve(executor_class, document)
    gc.collect()
    held, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held <= executor_class.compilation.plans.memory - before


def test_a_plan_keeps_nothing_of_the_requests_it_served() -> None:
    class Context:
        pass

    executor_class = compiled_executor(CompilationSettings(compile_at_sighting=1))
    document = parse("query ($needed: Boolean!, $id: ID) { title @include(if: $needed) by(id: $id) node { ... on Thing { by(id: $id) } } }")
    context, root = Context(), type("Root", (), {"title": "x", "by": lambda _self, _info, **_arguments: "y", "node": ROOT["node"]})()
    gone = [ref(context), ref(root)]
    result = execute_sync(SCHEMA, document, root, context, {"needed": True, "id": "personal"}, executor_class=executor_class)
    assert result.data == {"title": "x", "by": "y", "node": {"by": None}}
    del context, root, result
    gc.collect()
    assert [reference() for reference in gone] == [None, None]
    assert len(executor_class.compilation.plans) == 1


def test_the_memory_of_an_operation_counts_its_document_and_each_plan() -> None:
    document = parse("{ title }")
    assert OperationPlans(SCHEMA, document, ()).memory > 0
