"""Nobody hears of another organisation, live or catching up; and what stands beside GraphQL tells nobody of any file."""

from typing import Any

import orjson
import pytest

from api.principal import Role
from tests.acceptance.every_field import Question, Written
from tests.acceptance.two_organisations import FILES, canaries, leaks
from tests.acceptance.world import READERS, Seen, World, caller, told_in

UPDATE = "mutation ($input: UpdateHouseholdInput!) { updateHousehold(input: $input) { __typename } }"


@pytest.mark.parametrize("role", list(Role))
def test_nobody_hears_of_another_organisation(world: World, role: Role) -> None:
    """Somebody follows its own file and another's, catches up on what came to both, and asks for all that an event tells."""
    own, other = world.files["amaryllis"], world.files["dahlia"]
    theirs = [world.files[word] for word in FILES["valley"]]
    heard: list[Any] = []
    told: Seen = set()
    before = world.client.send("{ eventCursor }", headers=caller(role, own))["data"]["eventCursor"]
    for each in (other, own):
        changed = {"id": each.id, "facts": {"rent": str(600 + list(Role).index(role))}}
        assert "errors" not in world.client.send(UPDATE, headers=caller(Role.CASEWORKER, each), input=changed)
    for question in world.asking.subscriptions:
        if world.asking.allows(question, role):
            said = followed(world, question, caller(role, own), {"id": own.id, "after": before}, {"id": other.id, "subject": other.id})
            told |= {each for message in said if message["type"] == "next" for each in told_in(question, message["payload"].get("data"))}
            heard += said
    content = orjson.dumps(heard)
    assert leaks(content, canaries(theirs) | {"valley"}) == set()
    assert role in READERS or leaks(content, own.personal) == set()
    assert {("SubjectChanged", "subject"), ("DecisionRecorded", "decision"), ("FactsChanged", "facts"), ("Decision", "documents")} <= told


def followed(world: World, question: Question, headers: dict[str, str], own: dict[str, Any], other: dict[str, Any]) -> list[Any]:
    """Return what is heard by somebody who follows its own, and tries to follow another's, file."""
    heard: list[Any] = []
    with world.client.http.websocket_connect("/graphql", subprotocols=["graphql-transport-ws"]) as socket:
        socket.send_json({"type": "connection_init", "payload": headers})
        assert socket.receive_json() == {"type": "connection_ack"}
        for name, given in {"other": own | other, "own": own}.items():
            body = Written(world.asking.schema, given).body(question, "subscription")
            socket.send_json({"type": "subscribe", "id": name, "payload": body})
        wanted = {"other"} if question.root == "taskAlerts" else {"other", "own"}  # a household has no tasks
        while not wanted <= {each["id"] for each in heard}:
            heard.append(socket.receive_json())
        socket.send_json({"type": "complete", "id": "own"})
        socket.send_json({"type": "ping"})
        while (message := socket.receive_json()) != {"type": "pong"}:
            heard.append(message)
    (refused,) = [each for each in heard if each["id"] == "other"]
    assert [each["extensions"]["code"] for each in refused["payload"]] == ["NOT_FOUND"]
    return heard


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/graphiql", "/files/x", "/metrics", "/", "/graphql"])
def test_what_stands_beside_graphql_tells_of_no_file(world: World, path: str) -> None:
    answers: list[Any] = [world.client.http.get(path), world.client.http.post(path, json={})]
    everything = canaries(world.files.values()) | set(FILES)
    for answer in answers:
        assert leaks(answer.content + str(answer.headers).encode(), everything) == set()


def test_an_address_of_a_file_is_good_for_that_file_and_way_alone(world: World) -> None:
    mine, theirs = world.files["amaryllis"], world.files["dahlia"]
    head, _, signature = mine.upload.rpartition(".")
    payload = theirs.upload.rpartition(".")[0]
    for address in (f"{payload}.{signature}", f"{head}.x", mine.upload):
        answer = world.client.http.get(address)
        assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (403, "ADDRESS_EXPIRED")
