"""Which variables decide what @skip and @include leave, wherever in an operation they stand."""

import pytest
from graphql import build_schema, execute_sync, parse

from api.execution import compiled_executor

SCHEMA = build_schema("type Query { title: String, again: Query }")
ROOT = {"title": "x", "again": {"title": "y"}}


@pytest.mark.parametrize(
    "selections",
    [
        "{ title @skip(if: $yes) }",
        "{ again { title @skip(if: $yes) } }",
        "{ ... { title @skip(if: $yes) } }",
        "{ ... on Query { again { ... { title @skip(if: $yes) } } } }",
        "{ ...Titles } fragment Titles on Query { title @skip(if: $yes) }",
        "{ ...Titles } fragment Titles on Query { again { ... { title @skip(if: $yes) } } }",
    ],
)
def test_a_plan_holds_for_the_values_that_it_was_made_for(selections: str) -> None:
    executor_class = compiled_executor()
    document = parse(f"query ($yes: Boolean!) {selections}")
    for yes in (False, False, True, True, False):
        answer = execute_sync(SCHEMA, document, ROOT, variable_values={"yes": yes}, executor_class=executor_class)
        assert answer == execute_sync(SCHEMA, document, ROOT, variable_values={"yes": yes})
        assert ("title" in str(answer.data)) is not yes
    assert executor_class.compilation.counters.plans == 2
