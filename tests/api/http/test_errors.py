"""What clients and logs are told when something goes wrong, and what neither ever is."""

import string

import pytest
import structlog
from hypothesis import given, settings
from hypothesis import strategies as st

from api.http.context import OperationContext, RequestInfo
from api.http.errors import STATUS_OF, Code, RequestError
from api.http.messages import LONGEST, document_message
from api.http.settings import TransportSettings
from api.http.view import GraphQLView
from tests.api.http.app import new_context
from tests.api.http.clients import ask, post
from tests.api.http.conftest import MakeView
from tests.api.http.schema import CANARY, NoSuchFile, schema

view_of_all = GraphQLView(schema, context=new_context, settings=TransportSettings())


async def test_an_expected_error_keeps_its_message_code_and_path(view: GraphQLView) -> None:
    reply = await ask(view, "{ item { name } mine: missing }")
    assert reply.body["data"] == {"item": {"name": "root"}, "mine": None}
    assert reply.body["errors"] == [
        {
            "message": "No such file, or no right to it.",
            "locations": [{"line": 1, "column": 17}],
            "path": ["mine"],
            "extensions": {"code": "NO_SUCH_FILE"},
        }
    ]


async def test_an_error_raised_on_purpose_by_a_resolver_keeps_its_extensions(view: GraphQLView) -> None:
    reply = await ask(view, "{ denied }")
    assert (reply.body["errors"][0]["message"], reply.codes) == ("Not yours.", ["FORBIDDEN"])


@pytest.mark.parametrize("field", ["broken", "looksExpected", "promised", "toldThenBroken"])
async def test_any_other_exception_is_masked_and_logged_without_its_text(view: GraphQLView, field: str) -> None:
    with structlog.testing.capture_logs() as logs:
        reply = await ask(view, f"{{ {field} }}")
    assert reply.body["errors"][0]["message"] == "Internal error"
    assert reply.codes == ["INTERNAL"]
    assert [(entry["event"], entry["code"], entry["field"]) for entry in logs] == [("masked_error", "INTERNAL", field)]
    assert CANARY not in reply.content.decode() + repr(logs)


async def test_the_log_says_where_a_masked_error_was_raised(view: GraphQLView) -> None:
    with structlog.testing.capture_logs() as logs:
        await ask(view, "{ broken }")
    assert logs[0]["type"] == "builtins.RuntimeError"
    assert logs[0]["place"].startswith("schema.py:")
    assert logs[0]["place"].endswith(" broken")


async def test_every_error_tells_the_trace(make_view: MakeView) -> None:
    view = make_view(trace_id=lambda: "4bf92f3577b34da6a3ce929d0e0e4736")
    for query in ("{", "{ nothing }", "{ missing }", "{ broken }", "query ($n: Int!) { echo(number: $n) }"):
        reply = await ask(view, query)
        assert reply.body["errors"][0]["extensions"]["traceId"] == "4bf92f3577b34da6a3ce929d0e0e4736"


async def test_a_context_that_refuses_refuses_the_request_with_its_status(make_view: MakeView) -> None:
    async def refuse(_: RequestInfo) -> OperationContext:
        raise NoSuchFile("Not for you.")

    async def crash(_: RequestInfo) -> OperationContext:
        raise RuntimeError(CANARY)

    for context, status, code in ((refuse, 400, "NO_SUCH_FILE"), (crash, 500, "INTERNAL")):
        for accept in ("application/json", "application/graphql-response+json", "text/event-stream"):
            reply = await ask(make_view(context=context), "{ echo }", accept)
            assert (reply.status, reply.codes) == (status, [code])
            assert CANARY not in reply.content.decode()


async def test_a_rate_limit_is_429(make_view: MakeView) -> None:
    class TooMany(NoSuchFile):
        code = "RATE_LIMITED"

    async def refuse(_: RequestInfo) -> OperationContext:
        raise TooMany("Wait a second.")

    assert (await ask(make_view(context=refuse), "{ echo }")).status == 429


ASKS_WITH_VALUES = [
    "{{ echo(number: {value}) }}",
    "{{ echo(born: {value}) }}",
    "{{ echo(colour: {value}) }}",
    "{{ birth(of: {value}) }}",
    "{{ birth(of: {{day: {value}}}) }}",
    "{{ birth(of: {{place: {value}}}) }}",
    '{{ birth(of: {{day: "2020-01-01", other: {value}}}) }}',
    "query ($n: Int = {value}) {{ echo(number: $n) }}",
    "query ($n: BirthInput = {{day: {value}}}) {{ echo }}",
    "{{ item {{ items(first: {value}) {{ name }} }} }}",
    "{{ echo @skip(if: {value}) }}",
    "{{ echo(text: {value} }}",
    "{{ {value} }}",
    "{value}",
    "{{ echo }} # {value}\n }}",
]  # fmt: skip
VARIABLES = ["Int", "Float", "Boolean", "ID!", "Date", "Colour", "Birth", "[Int!]!", "[Birth!]", "Nothing"]
TEXTS = st.text(string.ascii_letters + string.digits + " '\".:,{}é\\", min_size=6, max_size=30).map(lambda text: f"qZ{text}Zq")


@settings(max_examples=60, deadline=None)
@given(ask_for=st.sampled_from(ASKS_WITH_VALUES), text=TEXTS)
async def test_no_literal_is_ever_repeated(ask_for: str, text: str) -> None:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    block = text.replace('"', "")
    for value in (f'"{escaped}"', f'"""{block}"""'):
        reply = await ask(view_of_all, ask_for.format(value=value))
        assert "qZ" not in " ".join(error["message"] for error in reply.body.get("errors", []))


@settings(max_examples=60, deadline=None)
@given(
    kind=st.sampled_from(VARIABLES),
    text=TEXTS,
    nest=st.sampled_from(["{}", "[{}]", '{{"day": {}}}', '{{"day": "2020-01-01", "place": [{}]}}']),
)
async def test_no_variable_is_ever_repeated(kind: str, text: str, nest: str) -> None:
    body = b'{"query":"query ($v: %s) { echo(text: $v) }","variables":{"v":%s}}'
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    reply = await post(view_of_all, body % (kind.encode(), nest.format(f'"{escaped}"').encode()))
    assert "qZ" not in reply.content.decode()


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ('{ echo(number: "x") }', "Int cannot represent non-integer value."),
        ("{ echo(born: 7) }", "Value cannot represent a Date."),
        ("{ echo(colour: BLUE) }", "Value does not exist in 'Colour' enum."),
        ("{ birth(of: {place: 1}) }", "Expected value of type 'Birth' to include required field 'day'."),
        ("{ birth }", "Argument 'Query.birth(of:)' of type 'Birth!' is required, but it was not provided."),
        ("{ echo(texte: 1) }", "Unknown argument 'texte' on field 'Query.echo'."),
        ("{ grreeting }", "Cannot query field 'grreeting' on type 'Query'."),
        ("query ($n: Itn) { echo }", "Unknown type 'Itn'."),
        ("{ item }", "Field 'item' of type 'Item' must have a selection of subfields."),
        ("{ echo(", "Syntax Error: Expected Name, found <EOF>."),
        ('{ "a" }', "Syntax Error: Expected Name, found String."),
        ('{ echo(text: "a) }', "Syntax Error: Unterminated string."),
        ("{ echo(number: 0123) }", "Syntax Error: Invalid number, unexpected digit after 0."),
    ],
)
async def test_messages_stay_useful_without_values(view: GraphQLView, query: str, message: str) -> None:
    assert message in [error["message"] for error in (await ask(view, query)).body["errors"]]


@pytest.mark.parametrize(
    "query",
    ["{ grreeting }", "{ echo(txt: 1) }", "query ($n: Itm) { echo }", "{ echo(colour: REDD) }", "{ birth(of: {dya: 1}) }", "{ item }"],
)
async def test_names_are_suggested_in_development_only(make_view: MakeView, query: str) -> None:
    assert "Did you mean" not in (await ask(make_view(), query)).content.decode()
    assert "Did you mean" in (await ask(make_view(development=True), query)).content.decode()


async def test_suggestions_for_variables_are_for_development_only(make_view: MakeView) -> None:
    query = "query ($c: Colour) { echo(colour: $c) }"
    assert "RED" not in (await ask(make_view(), query, variables={"c": "REDD"})).content.decode()
    assert "'RED'" in (await ask(make_view(development=True), query, variables={"c": "REDD"})).content.decode()


async def test_few_errors_are_told_of_a_document_with_many(make_view: MakeView) -> None:
    query = "{ " + " ".join(f"a{number}" for number in range(200)) + " }"
    assert len((await ask(make_view(reported=3, root_fields=500), query)).body["errors"]) == 3


async def test_few_errors_are_told_of_variables_with_many(make_view: MakeView) -> None:
    reply = await ask(make_view(reported=3), "query ($n: [Int]) { echo }", variables={"n": ["x"] * 1_000})
    assert 1 <= len(reply.body["errors"]) <= 3


def test_a_long_name_is_cut() -> None:
    assert len(document_message(f"Cannot query field '{'a' * 10_000}' on type 'Query'.")) == LONGEST


def test_an_unknown_message_says_nothing() -> None:
    assert document_message(f"Something new about {CANARY}") == "Invalid value."


def test_a_refusal_has_the_status_of_its_code() -> None:
    assert RequestError(Code.TIMEOUT, "late").status == STATUS_OF[Code.TIMEOUT] == 504
    assert RequestError(Code.BAD_REQUEST, "bad").status == 400
