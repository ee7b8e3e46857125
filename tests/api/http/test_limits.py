"""What a document may ask for, and that measuring it is linear in its length."""

import pytest
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    get_introspection_query,
    parse,
)
from hypothesis import given
from hypothesis import strategies as st

from api.http.cost import HIGHEST
from api.http.limits import Measure, measure
from api.http.settings import Limits
from api.http.view import GraphQLView
from tests.api.http.clients import ask
from tests.api.http.conftest import MakeView
from tests.api.http.schema import schema

CORE = schema._schema


def measured(query: str, **limits: int) -> Measure:
    return measure(CORE, parse(query), Limits(**limits))


def cost(query: str, **variables: object) -> int:
    return measured(query, list_size=10).costs[0].under(variables)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("{ greeting }", 1),
        ("{ greeting again: greeting }", 2),
        ("{ item { name } }", 2),
        ("{ item { name items(first: 3) { name } } }", 1 + 2 + 3),
        ("{ item { items { name } } }", 1 + 1 + 20),
        ("{ items(first: 5) { name items(first: 4) { name } } }", 1 + 5 * (2 + 4)),
        ("{ items { name } }", 1 + 20),  # the argument's own default
        ("{ item { page(first: 7) { total edges { cursor node { name } } } } }", 1 + 1 + 2 + 7 * 3),
        ("{ item { page(last: 7) { edges { cursor } } } }", 1 + 1 + 1 + 7),
        ("{ item { page(first: 2, last: 7) { edges { cursor } } } }", 1 + 1 + 1 + 7),
        ("{ item { page(first: 7) { ...P } } } fragment P on Page { total edges { cursor } }", 1 + 1 + 2 + 7),
        ("{ item { ... { page(first: 7) { ... on Page { edges { cursor } } } } } }", 1 + 1 + 1 + 7),
        ("{ item { page { edges { cursor } } } }", 1 + 1 + 1 + 20),
        ("{ item { page(last: null) { edges { cursor } } } }", 1 + 1 + 1 + 20),
        ("{ items(first: 0) { name } }", 1),
        ("{ items(first: 999999999999999999999999) { name } }", HIGHEST),
        ("{ nothing { at { all } } }", 3),
        ("{ ...Nothing }", 0),
        ("{ ...A } fragment A on Query { greeting ...B } fragment B on Query { greeting ...A }", 2),
    ],
)
def test_cost_is_the_number_of_fields_that_the_answer_may_hold(query: str, expected: int) -> None:
    assert min(cost(query), HIGHEST) == expected


@pytest.mark.parametrize(("first", "last", "expected"), [(3, None, 6), (None, 7, 10), (3, 7, 10), (None, None, 23)])
def test_a_page_costs_what_its_variables_ask_for_from_either_end(first: int | None, last: int | None, expected: int) -> None:
    query = "query ($f: Int, $l: Int) { item { page(first: $f, last: $l) { edges { cursor } } } }"
    assert cost(query, f=first, l=last) == expected


@pytest.mark.parametrize(("given_first", "expected"), [(7, 8), (0, 1), (-3, 1), (None, 21), ("x", 21), (7.0, 8), (10**30, HIGHEST)])
def test_cost_reads_variables_apart(given_first: object, expected: int) -> None:
    assert cost("query ($n: Int!) { items(first: $n) { name } }", n=given_first) == expected


def test_the_cost_of_lists_within_lists_multiplies_their_variables() -> None:
    inner = "items(first: $b) { name } more: items(first: $b) { ...F }"
    query = f"query ($a: Int!, $b: Int) {{ items(first: $a) {{ {inner} }} }} fragment F on Item {{ name }}"
    assert cost(query, a=5, b=4) == 1 + 5 * (2 + 4 + 4)


async def test_the_default_of_a_variable_counts(view: GraphQLView) -> None:
    reply = await ask(view, "query ($n: Int! = 3) { items(first: $n) { name } }")
    assert reply.body["extensions"]["cost"]["requested"] == 1 + 3


async def test_the_verdict_that_is_kept_is_true_for_all_variables(make_view: MakeView) -> None:
    view = make_view(cost=100)
    query = "query ($n: Int!) { items(first: $n) { name } }"
    for first, status in ((5, 200), (500, 400), (5, 200)):
        reply = await ask(view, query, variables={"n": first})
        assert reply.status == status
        assert reply.body["extensions"]["cost"] == {"requested": first + 1, "limit": 100}
        assert status == 200 or reply.codes == ["LIMIT_EXCEEDED"]


@pytest.mark.parametrize(
    ("query", "limits"),
    [
        ("{ item { name } }", {"depth": 1}),
        ("{ ...A } fragment A on Query { item { ...B } } fragment B on Item { name }", {"depth": 1}),
        ("{ a: greeting b: greeting }", {"aliases": 1}),
        ("{ greeting echo }", {"root_fields": 1}),
        ("{ ...A ...A } fragment A on Query { greeting }", {"root_fields": 1}),
        ("{ greeting @skip(if: true) @include(if: true) }", {"directives": 1}),
        ("query @a { ...A @b } fragment A on Query @c { greeting }", {"directives": 2}),
        ("query ($n: Int @a) { greeting @b }", {"directives": 1}),
        ("{ ...A ...A } fragment A on Query { greeting }", {"spreads": 1}),
        ("{ greeting greeting }", {"repeats": 0}),
        ("{ greeting ... { ... on Query { greeting } } }", {"repeats": 0}),
        ("{ greeting greeting greeting }", {"tokens": 4}),
        ("# a\n# b\n# c\n# d\n{ greeting }", {"tokens": 5}),
    ],
)
async def test_each_limit_refuses_with_a_code_and_says_what_to_do(make_view: MakeView, query: str, limits: dict[str, int]) -> None:
    reply = await ask(make_view(**limits), query)
    assert (reply.status, set(reply.codes)) == (400, {"LIMIT_EXCEEDED"})
    assert "data" not in reply.body


@pytest.mark.parametrize(("objects", "refused"), [(2, True), (3, False)])
async def test_the_objects_in_variables_are_bounded_however_they_nest(make_view: MakeView, objects: int, refused: bool) -> None:
    variables = {"n": 1, "unused": [[{"a": {}}]]}
    reply = await ask(make_view(objects=objects), "query ($n: Int!) { items(first: $n) { name } }", variables=variables)
    assert reply.codes == (["LIMIT_EXCEEDED"] if refused else [])


def test_what_is_within_the_limits_is_not_refused() -> None:
    query = "{ a: greeting item { name } ...A } fragment A on Query { greeting @skip(if: true) }"
    assert measured(query, depth=2, aliases=1, root_fields=3, directives=1, spreads=1, repeats=0).exceeded == ()


async def test_the_introspection_query_of_tools_is_within_the_limits(view: GraphQLView) -> None:
    query = get_introspection_query(input_value_deprecation=True, directive_is_repeatable=True, schema_description=True)
    assert (await ask(view, query)).status == 200


async def test_who_may_not_read_the_schema_is_told(make_view: MakeView) -> None:
    view = make_view(may_introspect=lambda context: "authorization" in context.request.headers)
    for query in ("{ __schema { types { name } } }", '{ ...A } fragment A on Query { __type(name: "Item") { name } }'):
        reply = await ask(view, query)
        assert (reply.status, reply.codes) == (403, ["INTROSPECTION_REFUSED"])
    assert (await ask(view, "{ __typename }")).status == 200


def doubling(levels: int) -> str:
    """Fragments that each spread the next twice, with a field between so that depth grows too."""
    spreads = (f"fragment f{at} on Item {{ items {{ ...f{at + 1} }} more: items {{ ...f{at + 1} }} }}" for at in range(levels))
    return "{ item { ...f0 } } " + " ".join(spreads) + f" fragment f{levels} on Item {{ name }}"


@pytest.mark.parametrize("levels", [10, 20, 40])
def test_fragments_that_spread_each_other_twice_are_walked_once(levels: int) -> None:
    found = measured(doubling(levels), aliases=1_000, spreads=1_000, depth=1_000)
    assert found.visited <= 2 * (4 * levels + 3)
    assert found.costs[0].under({}) > 2**levels


def test_a_formula_over_such_fragments_is_evaluated_once_for_each_list() -> None:
    query = doubling(30).replace("items {", "items(first: $n) {").replace("{ item {", "query ($n: Int) { item {", 1)
    found = measured(query, aliases=1_000, spreads=1_000, depth=1_000)
    assert found.costs[0].under({"n": 2}) > 4**25


@pytest.mark.parametrize("levels", [60, 150, 600])
def test_a_chain_of_fragments_however_long_is_refused_without_recursion(levels: int) -> None:
    chain = " ".join(f"fragment f{at} on Item {{ items {{ ...f{at + 1} }} }}" for at in range(levels))
    found = measured("{ item { ...f0 } } " + chain + f" fragment f{levels} on Item {{ name }}", spreads=10_000)
    assert found.exceeded


def naive(document: DocumentNode, selections: SelectionSetNode) -> tuple[int, int]:
    """Depth and number of fields by plain recursion, with every fragment unfolded."""
    fragments = {node.name.value: node for node in document.definitions if not isinstance(node, OperationDefinitionNode)}  # type: ignore[attr-defined]
    depth = fields = 0
    for node in selections.selections:
        if isinstance(node, FieldNode):
            below = naive(document, node.selection_set) if node.selection_set else (0, 0)
            depth, fields = max(depth, below[0] + 1), fields + below[1] + 1
        else:
            assert isinstance(node, InlineFragmentNode | FragmentSpreadNode)
            inner = node if isinstance(node, InlineFragmentNode) else fragments[node.name.value]
            below = naive(document, inner.selection_set)  # type: ignore[union-attr]
            depth, fields = max(depth, below[0]), fields + below[1]
    return depth, fields


selection_sets = st.recursive(
    st.sampled_from(["name", "...Leaf", "other: name"]),
    lambda inner: st.lists(inner, min_size=1, max_size=3).flatmap(
        lambda parts: st.sampled_from([f"item {{ {' '.join(parts)} }}", f"... {{ {' '.join(parts)} }}", " ".join(parts)])
    ),
    max_leaves=12,
)


@given(root=selection_sets, leaf=st.sampled_from(["name", "item { name }", "... { name item { name } }"]))
def test_depth_and_cost_equal_those_of_the_unfolded_document(root: str, leaf: str) -> None:
    document = parse(f"{{ {root} }} fragment Leaf on Nothing {{ {leaf} }}")
    operation = document.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    depth, fields = naive(document, operation.selection_set)
    found = measure(CORE, document, Limits(depth=depth, aliases=999, spreads=999, repeats=999, root_fields=999, list_size=1))
    assert found.exceeded == ()
    assert found.costs[0].under({}) == fields
    assert measure(CORE, document, Limits(depth=depth - 1, aliases=999, spreads=999, repeats=999, root_fields=999)).exceeded
