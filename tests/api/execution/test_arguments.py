"""Arguments are coerced by graphql-core: once where that cannot be told from every time, and every time elsewhere."""

from typing import Any

import pytest
from graphql import GraphQLResolveInfo, GraphQLSchema, build_schema, execute_sync, get_argument_values, parse

from api.execution import CompilationSettings, CompiledExecutor, compiled_executor

SDL = """
    type Query { things: [Thing!]! }
    type Thing { number(n: Int! = 3): Int, many(n: [Int!]): Int, color(n: Color): String, input(n: In): Int, odd(n: Odd): Int }
    enum Color { RED GREEN }
    input In { n: Int! }
    scalar Odd
"""


class Counted:
    """A schema of two things, with a count of the coercions compiled code asked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.coercions = 0
        self.arguments: list[dict[str, Any]] = []
        self.schema: GraphQLSchema = build_schema(SDL)
        self.executor_class: type[CompiledExecutor] = compiled_executor(CompilationSettings(compile_at_sighting=1))
        monkeypatch.setattr("api.execution.arguments.get_argument_values", self.coerce)
        for definition in self.schema.type_map["Thing"].fields.values():  # type: ignore[attr-defined]
            definition.resolve = self.resolve

    def coerce(self, *arguments: Any) -> Any:
        self.coercions += 1
        return get_argument_values(*arguments)

    def resolve(self, _source: Any, _info: GraphQLResolveInfo[Any], **arguments: Any) -> None:
        self.arguments.append(arguments)

    def run(self, selection: str, **variables: Any) -> Any:
        declared = "$n: Int" if "$n" in selection else ""
        document = getattr(self, "document", None) or parse(f"query {f'({declared})' if declared else ''} {{ things {{ {selection} }} }}")
        self.document = document
        root: dict[str, Any] = {"things": [{}, {}]}
        result = execute_sync(self.schema, document, root, variable_values=variables, executor_class=self.executor_class)
        assert self.executor_class.compilation.counters.compiled
        return result


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(monkeypatch)


def test_a_literal_is_coerced_once_for_all_requests(counted: Counted) -> None:
    counted.run("number(n: 5)")
    counted.run("number(n: 5)")
    assert counted.arguments == [{"n": 5}] * 4
    assert counted.coercions == 1


def test_a_default_is_coerced_once_for_all_requests(counted: Counted) -> None:
    counted.run("number")
    counted.run("number")
    assert counted.arguments == [{"n": 3}] * 4
    assert counted.coercions == 1


def test_a_variable_is_coerced_once_a_request(counted: Counted) -> None:
    for value in (1, 2):
        counted.run("number(n: $n)", n=value)
    assert counted.arguments == [{"n": 1}] * 2 + [{"n": 2}] * 2
    assert counted.coercions == 2


@pytest.mark.parametrize("selection", ["many(n: [1])", "color(n: RED)", "input(n: {n: 1})", 'odd(n: "x")'])
def test_what_a_resolver_may_change_or_a_parser_may_do_is_coerced_every_time(counted: Counted, selection: str) -> None:
    counted.run(selection)
    assert counted.coercions == 2


def test_a_list_is_another_one_each_time(counted: Counted) -> None:
    counted.run("many(n: [1, 2])")
    first, second = (arguments["n"] for arguments in counted.arguments)
    assert first == second
    assert first is not second


def test_a_wrong_argument_is_an_error_of_each_object(counted: Counted) -> None:
    result = counted.run('number(n: "no")')
    assert [error.path for error in result.errors] == [["things", 0, "number"], ["things", 1, "number"]]
    assert counted.arguments == []


def test_two_aliases_with_other_arguments_do_not_share_them(counted: Counted) -> None:
    counted.run("a: number(n: 1) b: number(n: 2) c: number(n: $n)", n=9)
    assert [arguments["n"] for arguments in counted.arguments] == [1, 2, 9] * 2
