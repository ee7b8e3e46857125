"""Laws that hold for every type, field and argument of the schema."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLUnionType,
    build_schema,
    get_named_type,
    specified_scalar_types,
)

from api.http.settings import Limits
from api.schema import permissions_page
from api.schema.needs import needs_of
from api.schema.pagination import USUAL
from api.schema.permissions_page import PAGE
from api.schema.schema import build_schema as ours
from api.schema.sdl import SDL, written
from tests.golden import rewriting

OUTPUTS = (GraphQLObjectType, GraphQLInterfaceType)
FRENCH = re.compile(r"\([^()]+\)| · ")
"""A description gives the French term in parentheses, or the French title after a dot."""
CONTAINERS = (GraphQLObjectType, GraphQLInterfaceType, GraphQLInputObjectType)


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema(written())


def descriptions(schema: GraphQLSchema) -> Iterator[tuple[str, str]]:
    """Yield everything that can be described, with its description."""
    for name, each in schema.type_map.items():
        if name.startswith("__") or name in specified_scalar_types:
            continue
        yield name, each.description or ""
        if isinstance(each, CONTAINERS):
            for field_name, field in each.fields.items():
                yield f"{name}.{field_name}", field.description or ""
                for argument_name, argument in getattr(field, "args", {}).items():
                    yield f"{name}.{field_name}({argument_name})", argument.description or ""
        if isinstance(each, GraphQLEnumType):
            yield from ((f"{name}.{value}", said.description or "") for value, said in each.values.items())


@pytest.mark.golden
def test_the_schema_is_the_committed_one() -> None:
    if rewriting():
        SDL.write_text(written(), encoding="utf-8")
    assert SDL.read_text(encoding="utf-8") == written()


def test_every_type_and_field_says_what_it_needs() -> None:
    containers = {name: each for name, each in build_schema(written()).type_map.items() if not name.startswith("__")}
    fields = {(name, field) for name, each in containers.items() if isinstance(each, OUTPUTS) for field in each.fields}
    assert set(needs_of(ours())) == fields


@pytest.mark.golden
def test_the_page_says_which_role_may_read_which_field() -> None:
    if rewriting():
        PAGE.write_text(permissions_page.written(ours()), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == permissions_page.written(ours())


def test_everything_is_described(schema: GraphQLSchema) -> None:
    assert [name for name, said in descriptions(schema) if not said] == []


def test_every_description_has_the_french_term(schema: GraphQLSchema) -> None:
    assert [name for name, said in descriptions(schema) if not FRENCH.search(said)] == []


def test_whatever_has_an_id_is_found_by_it_so_that_clients_may_keep_it_by_its_id(schema: GraphQLSchema) -> None:
    with_id = {each for each in schema.type_map.values() if isinstance(each, OUTPUTS) and "id" in each.fields}
    assert {each.name for each in with_id if "Node" not in {above.name for above in each.interfaces}} <= {"Node"}


def test_every_scalar_of_ours_says_how_it_is_written(schema: GraphQLSchema) -> None:
    ours = [each for name, each in schema.type_map.items() if isinstance(each, GraphQLScalarType) and name not in specified_scalar_types]
    assert {each.name for each in ours} == {"Date", "DateTime", "Decimal", "JSON"}
    assert all(each.specified_by_url for each in ours)


def test_every_mutation_has_one_input_and_says_what_can_come_of_it(schema: GraphQLSchema) -> None:
    assert schema.mutation_type is not None
    error = schema.type_map["Error"]
    assert isinstance(error, GraphQLInterfaceType)
    for name, field in schema.mutation_type.fields.items():
        assert list(field.args) == ["input"], name
        assert isinstance(field.args["input"].type, GraphQLNonNull), name
        result = get_named_type(field.type)
        assert isinstance(result, GraphQLUnionType), name
        errors = [each for each in result.types if error in each.interfaces]
        assert 0 < len(errors) < len(result.types), name


def test_what_fails_at_the_root_blanks_nothing_beside_it(schema: GraphQLSchema) -> None:
    may_fail_alone = {"rules", "figures", "eventCursor"}  # need nothing but the process itself
    for root in (schema.query_type, schema.mutation_type):
        assert root is not None
        strict = {name for name, field in root.fields.items() if isinstance(field.type, GraphQLNonNull)}
        assert strict <= may_fail_alone


def test_the_schema_stands_at_the_top_of_the_tree() -> None:
    assert Path(__file__).parents[3] / "schema.graphql" == SDL


def test_a_page_is_taken_to_cost_as_many_items_as_its_resolver_answers(schema: GraphQLSchema) -> None:
    assert Limits().page_size == USUAL
    paged = [
        (kind.name, name, field) for kind in schema.type_map.values() if isinstance(kind, OUTPUTS) for name, field in kind.fields.items()
    ]
    connections = [(kind, name, field) for kind, name, field in paged if get_named_type(field.type).name.endswith("Connection")]
    assert connections
    assert [each[:2] for each in connections if not {"first", "after", "last", "before"} <= set(each[2].args)] == []
