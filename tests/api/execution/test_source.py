"""The text that is generated: what stands in it, and what never does."""

import inspect
import textwrap

from graphql import GraphQLField, GraphQLObjectType, GraphQLSchema, GraphQLString, build_schema, default_field_resolver, execute_sync, parse
from graphql.execution.collect_fields import FieldDetails

from api.execution import CompilationSettings, compiled_executor, source
from api.execution.fields import Field
from api.execution.resolvers import Attribute


def test_the_documented_function_is_what_is_generated() -> None:
    schema = build_schema("type Document { title: String, owner: Document! }")
    document = schema.type_map["Document"]
    assert isinstance(document, GraphQLObjectType)
    fields = [Field(name, document.fields[name], _selecting(name), document, Attribute(name)) for name in ("title", "owner")]
    documented = inspect.cleandoc(source.__doc__ or "").split(" it reads:\n\n")[1].split("\n\n")[0]
    assert source.function_source("execute_Document", fields) == textwrap.dedent(documented)


def _selecting(name: str) -> list[FieldDetails]:
    definition = parse(f"{{ {name} }}").definitions[0]
    return [FieldDetails(definition.selection_set.selections[0], None)]  # type: ignore[attr-defined]


def test_a_name_the_client_chose_cannot_become_code() -> None:
    schema = GraphQLSchema(GraphQLObjectType("Query", {"title": GraphQLField(GraphQLString)}))
    document = parse("{ chosen: title }")
    alias = document.definitions[0].selection_set.selections[0].alias  # type: ignore[attr-defined]
    object.__setattr__(alias, "value", "'}; raise SystemExit; {'")
    executor_class = compiled_executor(CompilationSettings(compile_at_sighting=1))
    result = execute_sync(schema, document, {"title": "x"}, executor_class=executor_class)
    assert result.data == {"'}; raise SystemExit; {'": "x"}
    assert executor_class.compilation.counters.compiled == 1


def test_an_attribute_that_is_no_plain_name_is_still_read() -> None:
    name = "def"
    query = GraphQLObjectType("Query", {"title": GraphQLField(GraphQLString, resolve=default_field_resolver)})
    field = Field("title", query.fields["title"], _selecting("title"), query, Attribute(name))
    assert "getattr(source, 'def')" in source.function_source("execute_Query", [field])
