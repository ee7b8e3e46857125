"""What can be told apart only by looking closely: order, awaiting, info, and that nothing is resolved twice."""

import asyncio
from collections.abc import AsyncIterator, Callable
from decimal import Decimal
from typing import Any

import pytest
from graphql import (
    ExecutionHooks,
    ExecutionResult,
    GraphQLResolveInfo,
    GraphQLSchema,
    Undefined,
    build_schema,
    execute,
    execute_sync,
    parse,
    subscribe,
)
from graphql.execution.incremental import IncrementalExecutor
from graphql.pyutils import Path

from api.execution import CompilationSettings, CompiledExecutor, compiled_executor
from api.execution.fields import as_path
from tests.naming import named

SCHEMA = build_schema("""
    directive @experimental_disableErrorPropagation on QUERY
    type Query { title: String, needed: String!, again: Query, list: [Query!], grid: [[Query]]!, node: Node, number: Int, odd: Odd,
        names: [String], real: Float, flag: Boolean, id: ID, neededNumber: Int!, counted(n: Int): Int }
    scalar Odd
    type Subscription { again: Query }
    type Mutation { first: Query, second: Query }
    interface Node { title: String }
    type Thing implements Node { title: String, number(n: Int): Int }
""")


@pytest.fixture
def executor_class() -> type[CompiledExecutor]:
    return compiled_executor(CompilationSettings(compile_at_sighting=1))


def both(executor_class: type[CompiledExecutor], text: str, root: Any, **arguments: Any) -> ExecutionResult:
    """Execute synchronously by compiled code, and see that graphql-core answers the same."""
    result = execute_sync(SCHEMA, parse(text), root, executor_class=executor_class, **arguments)
    assert executor_class.compilation.counters.compiled == 1
    assert result == execute_sync(SCHEMA, parse(text), root, **arguments)
    return result


def test_an_operation_without_awaitables_is_not_awaited(executor_class: type[CompiledExecutor]) -> None:
    assert isinstance(execute(SCHEMA, parse("{ title }"), {"title": "x"}, executor_class=executor_class), ExecutionResult)


@pytest.mark.parametrize("value", [None, "x", 7, ValueError("no"), [], object(), iter("ab"), b"x"], ids=named)
def test_a_resolver_is_called_once_whatever_it_returns(executor_class: type[CompiledExecutor], value: Any) -> None:
    calls: list[str] = []

    def resolve(info: GraphQLResolveInfo[Any]) -> Any:
        calls.append(info.field_name)
        return value

    root = dict.fromkeys(["title", "needed", "again", "list", "node", "number"], resolve)
    execute_sync(
        SCHEMA, parse("{ title again { title } list { title } node { title } number needed }"), root, executor_class=executor_class
    )
    assert calls == ["title", "again", "list", "node", "number", "needed"]


async def test_root_fields_of_a_mutation_run_one_after_the_other(executor_class: type[CompiledExecutor]) -> None:
    events: list[str] = []

    async def title(info: GraphQLResolveInfo[Any]) -> str:
        name = str(info.path.as_list()[0])
        events.append(f"{name} begins")
        await asyncio.sleep(0)
        events.append(f"{name} ends")
        return name

    root = {"first": {"title": title}, "second": {"title": title}}
    document = parse("mutation { first { title } second { title } }")
    result: Any = execute(SCHEMA, document, root, executor_class=executor_class)
    assert await result == ExecutionResult({"first": {"title": "first"}, "second": {"title": "second"}}, None)
    assert events == ["first begins", "first ends", "second begins", "second ends"]
    assert executor_class.compilation.counters.compiled == 1


async def test_events_of_a_subscription_are_executed_by_the_plan(executor_class: type[CompiledExecutor]) -> None:
    async def again(_info: GraphQLResolveInfo[Any]) -> AsyncIterator[Any]:
        for title in ("one", answer_later, ValueError("no")):
            yield {"again": {"title": title}}

    events: list[Any] = []
    for executor in (IncrementalExecutor, executor_class):
        stream = subscribe(SCHEMA, parse("subscription { again { title } }"), {"again": again}, executor_class=executor)
        assert isinstance(stream, AsyncIterator)
        events.append([event async for event in stream])
    assert events[0] == events[1]
    assert [event.data["again"]["title"] for event in events[1]] == ["one", "x", None]
    assert executor_class.compilation.counters.compiled == 1


async def test_awaited_fields_of_a_query_run_concurrently(executor_class: type[CompiledExecutor]) -> None:
    both_there = asyncio.Barrier(2)

    async def title(_info: GraphQLResolveInfo[Any]) -> str:
        await asyncio.wait_for(both_there.wait(), timeout=5)
        return "x"

    document = parse("{ title again { title } }")
    result: Any = execute(SCHEMA, document, {"title": title, "again": {"title": title}}, executor_class=executor_class)
    assert await result == ExecutionResult({"title": "x", "again": {"title": "x"}}, None)


async def test_when_an_error_bubbles_awaited_siblings_are_settled(executor_class: type[CompiledExecutor]) -> None:
    settled = asyncio.Event()

    async def title(_info: GraphQLResolveInfo[Any]) -> str:
        settled.set()
        return "x"

    result: Any = execute(
        SCHEMA, parse("{ again { title needed } }"), {"again": {"title": title, "needed": None}}, executor_class=executor_class
    )
    assert isinstance(result, ExecutionResult)
    assert result.data == {"again": None}
    await asyncio.wait_for(settled.wait(), timeout=5)


async def test_when_an_item_may_not_be_null_the_items_before_it_are_settled(executor_class: type[CompiledExecutor]) -> None:
    before, behind = asyncio.Event(), asyncio.Event()

    async def title(_info: GraphQLResolveInfo[Any]) -> str:
        before.set()
        return "x"

    async def item() -> dict[str, Any]:
        behind.set()
        return {}

    root = {"list": [{"title": title}, None, item()]}
    result: Any = execute(SCHEMA, parse("{ list { title } }"), root, executor_class=executor_class)
    assert isinstance(result, ExecutionResult)
    assert result.data == {"list": None}
    await asyncio.wait_for(asyncio.gather(before.wait(), behind.wait()), timeout=5)


SCALARS = [
    None, "", "x", "12", 0, 1, -1, 2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 1.0, 1.5, float("inf"), float("-inf"), float("nan"),
    True, False, 10**400, Decimal("1.5"), Decimal("NaN"), b"x", [], {}, object(), ValueError("returned"),
]  # fmt: skip


@pytest.mark.parametrize("name", ["title", "needed", "number", "neededNumber", "real", "flag", "id"])
@pytest.mark.parametrize("value", SCALARS, ids=named)
def test_scalars_are_judged_as_by_graphql_core(executor_class: type[CompiledExecutor], name: str, value: Any) -> None:
    both(executor_class, f"{{ {name} }}", {name: value})


def test_a_function_in_the_data_is_called_with_the_arguments(executor_class: type[CompiledExecutor]) -> None:
    result = both(executor_class, "{ counted(n: 3) number }", {"counted": lambda _info, n: n, "number": lambda _info: 4})
    assert result.data == {"counted": 3, "number": 4}


def test_info_is_what_graphql_core_gives(executor_class: type[CompiledExecutor]) -> None:
    seen: list[Any] = []

    def resolve(_source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> int:
        seen.append((info[:11], info.path.as_list(), type(info.path.prev), arguments))
        return 1

    thing: Any = SCHEMA.type_map["Thing"]
    schema = GraphQLSchema(**SCHEMA.to_kwargs())
    document = parse("query Q($n: Int) { list { node { ... on Thing { number(n: $n) number(n: $n) } } } }")
    root = {"list": [{"node": {"__typename": "Thing"}}]}
    thing.fields["number"].resolve = resolve
    try:
        for executor in (IncrementalExecutor, executor_class):
            execute_sync(schema, document, root, "context", {"n": 4}, executor_class=executor)
    finally:
        thing.fields["number"].resolve = None
    expected, got = seen
    assert got == expected
    assert got[1:] == (["list", 0, "node", "number"], Path, {"n": 4})


def test_each_resolver_has_field_nodes_of_its_own(executor_class: type[CompiledExecutor]) -> None:
    counts: list[int] = []

    def title(info: GraphQLResolveInfo[Any]) -> str:
        counts.append(len(info.field_nodes))
        info.field_nodes.clear()
        return "x"

    document = parse("{ list { title title } }")
    for _ in range(2):
        result = execute_sync(SCHEMA, document, {"list": [{"title": title}] * 2}, executor_class=executor_class)
        assert result.errors is None
    assert counts == [2, 2, 2, 2]


def test_a_type_met_at_run_time_is_compiled_once(executor_class: type[CompiledExecutor]) -> None:
    document = parse("{ list { node { title } } }")
    root = {"list": [{"node": {"__typename": "Thing", "title": "x"}}] * 3}
    sizes = []
    for _ in range(3):
        execute_sync(SCHEMA, document, root, executor_class=executor_class)
        sizes.append(executor_class.compilation.plans.memory)
    assert len(set(sizes)) == 1
    assert executor_class.compilation.counters.plans == 1


def test_without_error_propagation_a_null_stays_where_it_is(executor_class: type[CompiledExecutor]) -> None:
    text = "query @experimental_disableErrorPropagation { again { needed title } list { needed } }"
    result = both(executor_class, text, {"again": {"title": "x"}, "list": [{}]})
    assert result.data == {"again": {"needed": None, "title": "x"}, "list": [{"needed": None}]}
    assert len(result.errors or ()) == 2


def test_an_error_at_the_root_leaves_no_data(executor_class: type[CompiledExecutor]) -> None:
    assert both(executor_class, "{ title needed }", {"title": "x"}).data is None


async def fail_later(_info: Any) -> str:
    raise ValueError("later")


async def answer_later(_info: Any) -> str:
    return "x"


BUBBLING: list[tuple[str, Callable[[], dict[str, Any]], Any]] = [
    ("{ again { again { needed } } }", lambda: {"again": {"again": {"needed": fail_later}}}, {"again": {"again": None}}),
    ("{ title list { needed } }", lambda: {"list": [{"needed": answer_later}, {"needed": fail_later}]}, {"title": None, "list": None}),
    (
        "{ grid { needed } }",
        lambda: {"grid": [[{"needed": fail_later}, {"needed": answer_later}], [None]]},
        {"grid": [[None, {"needed": "x"}], [None]]},
    ),
    ("{ grid { needed } }", lambda: {"grid": [[{"needed": answer_later}], ValueError("row")]}, {"grid": [[{"needed": "x"}], None]}),
    ("{ names }", lambda: {"names": [answer_later(None), "y", None, fail_later(None)]}, {"names": ["x", "y", None, None]}),
    ("{ grid { needed } }", lambda: {"grid": [[{"needed": None}, {"needed": "y"}]]}, {"grid": [[None, {"needed": "y"}]]}),
]


@pytest.mark.parametrize(("text", "make_root", "data"), BUBBLING)
async def test_an_error_goes_up_to_the_nearest_place_that_may_be_null(
    executor_class: type[CompiledExecutor], text: str, make_root: Callable[[], dict[str, Any]], data: Any
) -> None:
    results: list[Any] = []
    for executor in (executor_class, IncrementalExecutor):
        result: Any = execute(SCHEMA, parse(text), make_root(), executor_class=executor)
        results.append(await result if hasattr(result, "__await__") else result)
    assert results[0] == results[1]
    assert results[0].data == data
    assert executor_class.compilation.counters.compiled == 1


@pytest.mark.parametrize("coerced", [None, Undefined, 0, "", "x", [1], ValueError("returned")], ids=named)
def test_what_a_custom_scalar_makes_of_a_value_is_judged_as_by_graphql_core(executor_class: type[CompiledExecutor], coerced: Any) -> None:
    scalar: Any = SCHEMA.type_map["Odd"]
    original = scalar.coerce_output_value
    scalar.coerce_output_value = lambda _value: coerced
    try:
        both(executor_class, "{ odd }", {"odd": 1})
    finally:
        scalar.coerce_output_value = original


async def test_an_awaited_error_at_the_root_leaves_no_data(executor_class: type[CompiledExecutor]) -> None:
    async def needed(_info: GraphQLResolveInfo[Any]) -> None:
        return None

    result: Any = execute(SCHEMA, parse("{ title needed }"), {"needed": needed}, executor_class=executor_class)
    assert (await result).data is None


async def test_what_is_raised_beyond_errors_ends_the_operation_and_its_hook_runs(executor_class: type[CompiledExecutor]) -> None:
    finished: list[Any] = []

    async def title(_info: GraphQLResolveInfo[Any]) -> str:
        return "x"

    hooks = ExecutionHooks(async_work_finished=finished.append)
    result: Any = execute(SCHEMA, parse("{ title }"), {"title": title}, executor_class=executor_class, hooks=hooks)
    assert (await result).data == {"title": "x"}
    assert len(finished) == 1


def test_two_requests_with_other_directive_values_have_other_fields(executor_class: type[CompiledExecutor]) -> None:
    document = parse("query ($yes: Boolean!) { title @include(if: $yes) number }")
    root = {"title": "x", "number": 1}
    answers = [
        execute_sync(SCHEMA, document, root, variable_values={"yes": yes}, executor_class=executor_class).data
        for yes in (True, False, True)
    ]
    assert answers == [{"title": "x", "number": 1}, {"number": 1}, {"title": "x", "number": 1}]
    assert executor_class.compilation.counters.plans == 2


def test_a_field_the_schema_does_not_know_is_left_out(executor_class: type[CompiledExecutor]) -> None:
    assert both(executor_class, "{ title unknown }", {"title": "x"}).data == {"title": "x"}


def test_a_lazy_path_becomes_the_path_it_stands_for() -> None:
    path = as_path(((None, "list", "Query"), 3, None))
    assert (type(path), path.as_list(), type(path.prev)) == (Path, ["list", 3], Path)
    assert as_path(path) is path
