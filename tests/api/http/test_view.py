"""GraphQL over HTTP: media types, status codes, methods, and the parameters of a request."""

import orjson
import pytest
from starlette.types import Receive, Scope, Send

from api.http.view import GraphQLView
from tests.api.http.clients import JSON, RESPONSE, Reply, ask, exchange, get, post
from tests.api.http.conftest import MakeView
from tests.api.http.schema import CANARY

QUERY = {"query": "{ greeting: item { name } }"}
DATA = {"greeting": {"name": "root"}}


async def test_a_query_is_answered_with_data_and_its_cost(view: GraphQLView) -> None:
    reply = await ask(view, "{ item { name items(first: 3) { name } } }")
    assert reply.status == 200
    assert reply.body["data"]["item"]["items"][2] == {"name": "root.2"}
    assert reply.body["extensions"] == {"cost": {"requested": 6, "limit": 20_000}}


@pytest.mark.parametrize(
    ("accept", "answered"),
    [
        (RESPONSE, RESPONSE),
        (JSON, JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        ("", JSON),
        (f"{RESPONSE}, application/graphql+json, {JSON}, text/event-stream, multipart/mixed", RESPONSE),
        (f"{JSON};q=0.5, {RESPONSE}", RESPONSE),
        (f"text/event-stream;q=0.1, {JSON};q=0.2", JSON),
        (f"{JSON};q=0, */*", RESPONSE),
    ],
)
async def test_the_answer_has_the_media_type_that_accept_prefers(view: GraphQLView, accept: str, answered: str) -> None:
    reply = await post(view, QUERY, accept=accept)
    assert reply.headers["content-type"] == f"{answered}; charset=utf-8"
    assert reply.body["data"] == DATA


async def test_nothing_acceptable_is_406(view: GraphQLView) -> None:
    reply = await post(view, QUERY, accept="image/png, text/html")
    assert (reply.status, reply.codes) == (406, ["NOT_ACCEPTABLE"])


@pytest.mark.parametrize(("query", "code"), [("{", "GRAPHQL_PARSE_FAILED"), ("{ nothing }", "GRAPHQL_VALIDATION_FAILED")])
async def test_a_wrong_document_is_400_and_200_under_the_legacy_type(view: GraphQLView, query: str, code: str) -> None:
    for accept, status in ((RESPONSE, 400), (JSON, 200)):
        reply = await ask(view, query, accept)
        assert (reply.status, reply.codes) == (status, [code])
        assert "data" not in reply.body
        assert reply.body["errors"][0]["locations"]


async def test_a_wrong_variable_is_a_request_error(view: GraphQLView) -> None:
    query = "query ($n: Int!) { echo(number: $n) }"
    for accept, status in ((RESPONSE, 400), (JSON, 200)):
        reply = await ask(view, query, accept, variables={"n": CANARY})
        assert (reply.status, reply.codes) == (status, ["BAD_USER_INPUT"])
        assert CANARY.encode() not in reply.content
        assert "'$n'" in reply.body["errors"][0]["message"]


@pytest.mark.parametrize("accept", [JSON, RESPONSE])
async def test_an_error_in_a_field_is_200(view: GraphQLView, accept: str) -> None:
    reply = await ask(view, "{ promised }", accept)
    assert reply.status == 200
    assert reply.body["data"] is None


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE"])
async def test_other_methods_are_405_and_told_which_to_use(view: GraphQLView, method: str) -> None:
    reply = await exchange(view, method=method)
    assert (reply.status, reply.headers["allow"], reply.codes) == (405, "GET, POST", ["METHOD_NOT_ALLOWED"])


async def test_get_answers_queries_with_variables(view: GraphQLView) -> None:
    reply = await get(
        view, {"query": "query A($n: Int) { echo(number: $n) }", "variables": '{"n": 7}', "operationName": "A", "extensions": ""}
    )
    assert reply.body["data"] == {"echo": "7"}


async def test_get_never_runs_a_mutation(view: GraphQLView) -> None:
    reply = await get(view, {"query": 'mutation { rename(name: "x") }'})
    assert (reply.status, reply.headers["allow"], reply.codes) == (405, "POST", ["OPERATION_NOT_ALLOWED"])


async def test_a_subscription_needs_a_stream(view: GraphQLView) -> None:
    for reply in (await ask(view, "subscription { count }"), await get(view, {"query": "subscription { count }"})):
        assert (reply.status, reply.codes) == (406, ["OPERATION_NOT_ALLOWED"])


@pytest.mark.parametrize(("name", "code"), [(None, "OPERATION_AMBIGUOUS"), ("C", "OPERATION_NOT_FOUND"), ("", "OPERATION_NOT_FOUND")])
async def test_an_operation_is_never_guessed(view: GraphQLView, name: str | None, code: str) -> None:
    reply = await ask(view, "query A { item { name } } query B { echo }", operationName=name)
    assert (reply.status, reply.codes) == (400, [code])


async def test_the_named_operation_is_run(view: GraphQLView) -> None:
    reply = await ask(view, 'query A { item { name } } query B { echo(text: "b") }', operationName="B")
    assert reply.body["data"] == {"echo": "b"}


async def test_a_document_of_fragments_only_has_nothing_to_run(view: GraphQLView) -> None:
    assert (await ask(view, "fragment F on Item { name }")).status == 400


DEEP = b'{"query":"{ item { name } }","variables":{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}}"


@pytest.mark.parametrize(
    "body",
    [
        b"", b"null", b"123", b'"abc"', b"true", b"{", b"\xff\xfe", b"\x1f\x8b\x08\x00\x00", b"9" * 5_000, b'{"query": NaN}',
        b"[" * 100_000, DEEP, b'{"query":"{ item { name } }","operationName":"\\ud800"}', b'{"query":"{ item { name } }"} trailing',
        b"{}", b'{"query":""}', b'{"query":null}', b'{"query":7}', b'{"query":["{ echo }"]}', b'{"query":{}}',
        b'{"query":"{ echo }","variables":[]}', b'{"query":"{ echo }","variables":"{}"}', b'{"query":"{ echo }","variables":0}',
        b'{"query":"{ echo }","extensions":[]}', b'{"query":"{ echo }","extensions":false}', b'{"query":"{ echo }","operationName":0}',
        b'{"query":"{ echo }","documentId":1}', b'{"query":"{ echo }","extensions":{"persistedQuery":1}}',
    ],
    ids=lambda body: repr(body[:40]),
)  # fmt: skip
@pytest.mark.parametrize("accept", [JSON, RESPONSE, "text/event-stream"])
async def test_every_malformed_body_is_refused_with_a_code(view: GraphQLView, body: bytes, accept: str) -> None:
    reply = await post(view, body, accept=accept)
    if body == b'{"query":""}' and accept != RESPONSE:  # a fine request for an empty document, which the legacy type answers with 200
        return
    assert reply.status == 400
    assert reply.codes in (["BAD_REQUEST"], ["GRAPHQL_PARSE_FAILED"])


@pytest.mark.parametrize("name", ["variables", "operationName", "extensions", "documentId"])
async def test_null_is_as_good_as_nothing(view: GraphQLView, name: str) -> None:
    assert (await post(view, {**QUERY, name: None}, accept=RESPONSE)).body["data"] == DATA


async def test_unknown_parameters_are_ignored(view: GraphQLView) -> None:
    assert (await post(view, {**QUERY, "onError": "PROPAGATE"})).body["data"] == DATA


async def test_batches_are_refused(view: GraphQLView) -> None:
    reply = await post(view, [QUERY] * 100)
    assert (reply.status, reply.codes) == (400, ["BATCHES_REFUSED"])


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        ("application/json", 200), ("application/json; charset=utf-8", 200), ('APPLICATION/JSON;charset="UTF-8"', 200),
        ("application/json; charset=latin-1", 415), ("text/plain", 415), ("application/x-www-form-urlencoded", 415),
        ("multipart/form-data; boundary=x", 415), ("application/graphql", 415), ("", 415),
    ],
)  # fmt: skip
async def test_a_body_is_json_or_415(view: GraphQLView, content_type: str, status: int) -> None:
    reply = await post(view, QUERY, content_type=content_type)
    assert reply.status == status


async def test_a_query_string_must_be_percent_encoded_unicode_and_say_each_thing_once(view: GraphQLView) -> None:
    for query_string in (b"query=%FF", b"query={echo}&query={echo}", "query={échо}".encode(), b"query={echo}&variables={", b"a=1&" * 50):
        reply = await exchange(view, method="GET", query_string=query_string, headers={"accept": RESPONSE})
        assert (reply.status, reply.codes) == (400, ["BAD_REQUEST"])


async def test_a_long_query_string_is_414(make_view: MakeView) -> None:
    reply = await get(make_view(url_bytes=50), {"query": "{ echo }" + " " * 50})
    assert (reply.status, reply.codes) == (414, ["BODY_TOO_LARGE"])


@pytest.mark.parametrize(
    ("headers", "passes"),
    [
        ({}, True),
        ({"origin": "http://attendu.test"}, True),
        ({"origin": "https://friend.test"}, True),
        ({"origin": "https://evil.test"}, False),
        ({"origin": "null"}, False),
        ({"sec_fetch_site": "same-origin"}, True),
        ({"sec_fetch_site": "none"}, True),
        ({"sec_fetch_site": "cross-site"}, False),
        ({"sec_fetch_site": "same-site"}, False),
    ],
)
async def test_pages_of_other_sites_are_refused_unless_listed(make_view: MakeView, headers: dict[str, str], passes: bool) -> None:
    view = make_view(origins=frozenset({"https://friend.test"}))
    replies: list[Reply] = [await post(view, QUERY, **headers), await get(view, QUERY, **headers)]
    for reply in replies:
        assert reply.status == (200 if passes else 403)
        assert passes or reply.codes == ["CROSS_SITE_REFUSED"]


async def test_the_endpoint_can_be_mounted_before_a_router(view: GraphQLView) -> None:
    async def elsewhere(scope: Scope, _receive: Receive, _send: Send) -> None:
        raise LookupError(scope["path"])

    assert (await post(view.before("/graphql", elsewhere), QUERY)).status == 200
    with pytest.raises(LookupError):
        await post(view.before("/other", elsewhere), QUERY)


async def test_answers_are_not_kept_by_caches(view: GraphQLView) -> None:
    reply = await post(view, QUERY)
    assert reply.headers["cache-control"] == "no-store"
    assert reply.headers["content-length"] == str(len(reply.content))


async def test_an_answer_that_json_cannot_say_is_masked(view: GraphQLView) -> None:
    reply = await ask(view, "{ unwritable }")
    assert reply.codes == ["INTERNAL"]
    assert orjson.loads(reply.content)["errors"][0]["message"] == "Internal error"
