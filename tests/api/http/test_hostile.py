"""A kilobyte, or twenty megabytes, that means harm: each is answered with a code, and the server goes on answering."""

import anyio
import orjson
import pytest

from api.http.settings import TransportSettings
from api.http.view import GraphQLView
from tests.api.http.clients import ask, get, post, websocket
from tests.api.http.conftest import MakeView
from tests.api.http.test_limits import doubling

SOON = 20  # seconds: a bound against hanging, far above what anything here takes


def chain(levels: int) -> str:
    fragments = (f"fragment f{at} on Item {{ ...f{at + 1} }}" for at in range(levels))
    return "{ item { ...f0 } } " + " ".join(fragments) + f" fragment f{levels} on Item {{ name }}"


def mesh(size: int) -> str:
    """Each fragment spreads all later ones."""
    spreads = (" ".join(f"...f{later}" for later in range(at + 1, size)) for at in range(size))
    return "{ item { ...f0 } } " + " ".join(f"fragment f{at} on Item {{ name {spread} }}" for at, spread in enumerate(spreads))


DOCUMENTS = {
    "fragments that double": doubling(26),
    "fragments that double at the root": "{ ...f0 } " + " ".join(f"fragment f{n} on Query {{ ...f{n + 1} ...f{n + 1} }}" for n in range(9)),
    "fragments in a chain": chain(500),
    "fragments in a mesh": mesh(30),
    "a fragment within itself": "{ ...a } fragment a on Query { ...a }",
    "fragments within each other": "{ ...a } fragment a on Query { ...b item { name } } fragment b on Query { ...a ...a }",
    "10,000 aliases": "{ " + " ".join(f"a{n}: echo" for n in range(10_000)) + " }",
    "500 aliases": "{ item { " + " ".join(f"a{n}: name" for n in range(500)) + " } }",
    "10,000 directives": "{ echo " + "@skip(if: false) " * 10_000 + "}",
    "300 unknown directives": "{ echo " + "@x " * 300 + "}",
    "10,000 fields": "{ " + "echo " * 10_000 + "}",
    "200 objects to merge": "{ " + " ".join(f"item {{ items(first: {n}) {{ name }} }}" for n in range(150)) + " }",
    "merging in inline fragments": "{ item { " + "... { items { name } } " * 150 + "} }",
    "10,000 operations": " ".join(f"query q{n} {{ echo }}" for n in range(10_000)),
    "selections 5,000 deep": "{ item " + "{ items " * 5_000 + "}" * 5_000,
    "selections 150 deep": "{ item { " + "items { " * 150 + "name" + " }" * 152,
    "inline fragments 300 deep": "{ " + "... { " * 300 + "echo" + " }" * 301,
    "lists 5,000 deep": "{ echo(text: " + "[" * 5_000 + "]" * 5_000 + ") }",
    "objects 190 deep": "{ birth(of: " + "{day: " * 190 + "1" + "}" * 190 + ") }",
    "a number of 100,000 digits": "{ echo(number: " + "9" * 100_000 + ") }",
    "a first of 50,000 digits": "{ items(first: " + "9" * 50_000 + ") { name } }",
    "a name of 500,000 letters": "{ " + "a" * 500_000 + " }",
    "500 kB of spaces": "{ nothing" + " " * 500_000 + "}",
    "100,000 comments": "#\n" * 100_000 + "{ echo }",
    "a million items of a million": "{ items(first: 1000000) { items(first: 1000000) { name } } }",
    "introspection of introspection": "{ __schema { types { " + "fields { type { " * 8 + "name" + " } }" * 8 + " } } }",
    "1,000 variables": "query (" + " ".join(f"$v{n}: Int" for n in range(1_000)) + ") { echo }",
    "an escape that is no character": '{ echo(text: "\\ud800") }',
    "nothing but commas": "," * 100_000,
    "a description on a query": '"""' + "x" * 1_000 + '""" { nothing }',
    "type definitions": "type Query { echo: String }",
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
async def test_a_hostile_document_is_refused_with_a_code_over_every_transport(view: GraphQLView, name: str) -> None:
    query = DOCUMENTS[name]
    with anyio.fail_after(SOON):
        reply = await ask(view, query)
        assert reply.status == 400
        assert reply.codes
        assert set(reply.codes) <= {"LIMIT_EXCEEDED", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"}
        assert len(reply.content) < 5_000
        async with websocket(view) as socket:
            await socket.greet()
            socket.subscribe("a", query)
            assert (await socket.message())["payload"] == reply.body["errors"]
        assert (await ask(view, "{ item { name } }")).body["data"] == {"item": {"name": "root"}}


VARIABLES: dict[str, object] = {
    "a list of 100,000": list(range(100_000)),
    "a list 500 deep": orjson.Fragment(b"[" * 500 + b"]" * 500),
    "an object of 50,000 keys": {f"k{n}": n for n in range(50_000)},
    "500,000 letters": "x" * 500_000,
    "a number of 400 digits": orjson.Fragment(b"9" * 400),
    "a number beyond all numbers": orjson.Fragment(b"1e400"),
    "minus zero": orjson.Fragment(b"-0.0"),
}


@pytest.mark.parametrize("kind", ["Int!", "[Int!]", "Birth", "Date"])
@pytest.mark.parametrize("name", VARIABLES)
async def test_hostile_variables_are_refused_or_harmless(view: GraphQLView, name: str, kind: str) -> None:
    with anyio.fail_after(SOON):
        reply = await ask(view, f"query ($v: {kind}) {{ echo(text: $v) }}", variables={"v": VARIABLES[name]})
    assert reply.status == 400
    assert set(reply.codes) <= {"BAD_REQUEST", "BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"}
    assert len(reply.content) < 5_000


async def test_variables_that_are_not_used_cost_nothing(view: GraphQLView) -> None:
    reply = await ask(view, "{ item { name } }", variables={"v": ["x"] * 100_000})
    assert reply.body["data"] == {"item": {"name": "root"}}


async def test_hostile_parameters_are_refused_with_a_code(view: GraphQLView) -> None:
    with anyio.fail_after(SOON):
        for query in ("{ item { name } }" * 5_000, "[" * 15_000):
            assert (await get(view, {"query": query})).status in {400, 414}
        assert (await get(view, {"query": "{ echo }", "variables": "[" * 4_000})).codes == ["BAD_REQUEST"]
        assert (await post(view, [[[[]]]])).codes == ["BATCHES_REFUSED"]
        assert (await ask(view, "{ echo }", ",".join(["*/*;q=0"] * 50_000))).status == 406


async def test_a_flood_of_distinct_documents_keeps_the_cache_within_its_bounds(make_view: MakeView) -> None:
    view = make_view(cached_documents=20)
    with anyio.fail_after(SOON):
        for number in range(200):
            await ask(view, f"{{ item {{ a{number}: name }} }}")
    assert len(view._engine._documents._kept) == 20


async def test_a_flood_of_sockets_and_subscriptions_is_bounded_and_leaves_the_rest_served(make_view: MakeView) -> None:
    view = make_view(streams=3, socket_operations=5)
    with anyio.fail_after(SOON):
        async with websocket(view) as one, websocket(view) as two, websocket(view) as three, websocket(view) as four:
            for socket in (one, two, three):
                await socket.greet()
                for number in range(50):
                    socket.subscribe(str(number), "subscription { forever }")
                heard = [await socket.message() for _ in range(50)]
                assert [message["type"] for message in heard].count("next") == 5
                assert {message["payload"][0]["extensions"]["code"] for message in heard if message["type"] == "error"} == {
                    "LIMIT_EXCEEDED"
                }
            assert (await four.heard())["type"] == "websocket.close"
            assert (await ask(view, "{ item { name } }")).status == 200


async def test_starting_and_completing_over_and_over_leaves_nothing_running(view: GraphQLView) -> None:
    with anyio.fail_after(SOON):
        async with websocket(view) as socket:
            await socket.greet()
            for number in range(300):
                socket.subscribe(str(number), "subscription { forever }")
                socket.tell({"type": "complete", "id": str(number)})
            socket.tell({"type": "ping"})
            while (await socket.message())["type"] != "pong":
                pass
            started = [task for task in anyio.get_running_tasks() if "guarded" in repr(task.coro)]
    assert len(started) == 1  # the reader


def test_the_bounds_stand_in_the_settings() -> None:
    assert TransportSettings().body_bytes < 20_000_000
