"""A token is believed when its issuer signed it, for us, and in time; any other is refused alike, and nothing is said of why."""

import base64
import hmac
import json
from collections.abc import AsyncIterator, Callable

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from joserfc.jwk import RSAKey
from starlette.types import ASGIApp

from api.http.errors import RequestError
from api.identity.keys import IssuerKeys
from api.identity.tokens import TokenReader
from api.principal import Principal, Role
from domain.registries.http import new_client
from tests.api.clients import NOON
from tests.api.http.clients import JSON, RESPONSE, Reply, exchange, websocket
from tests.api.identity.issuer import HOUR, Issuer, in_production, issuing, new_key
from tests.databases import on_sqlite

NOW = int(NOON.timestamp())


@pytest.fixture
async def issuer() -> AsyncIterator[Issuer]:
    async with issuing() as made:
        yield made


@pytest.fixture
async def reader(issuer: Issuer) -> AsyncIterator[TokenReader]:
    async with new_client(2) as client:
        yield TokenReader(issuer.settings, IssuerKeys(issuer.settings, client))


@pytest.fixture
async def app(issuer: Issuer, database_address: str) -> AsyncIterator[ASGIApp]:
    async with in_production(issuer, database_address) as made:
        yield made


async def ask(app: ASGIApp, authorization: str | None, accept: str = RESPONSE) -> Reply:
    headers = {"accept": accept} if authorization is None else {"accept": accept, "authorization": authorization}
    return await exchange(app, [orjson.dumps({"query": "{ __typename }"})], headers=headers)


async def test_a_token_says_who_asks_in_which_organisation_and_as_what(issuer: Issuer, reader: TokenReader) -> None:
    token = issuer.token(organisation="harbour", roles=["Applicant", "gardener"], subjects=["h-1"])
    read = await reader.read(token, NOON)
    assert read.principal == Principal(id="anna", organisation="harbour", roles=frozenset({Role.APPLICANT}), subjects=frozenset({"h-1"}))
    assert read.expires_at == NOW + HOUR + 60


@pytest.mark.parametrize(("kind", "alg"), [("RSA", "RS256"), ("RSA", "PS384"), ("EC", "ES256"), ("OKP", "Ed25519")])
async def test_every_usual_kind_of_key_signs(issuer: Issuer, reader: TokenReader, kind: str, alg: str) -> None:
    issuer.has(one=new_key(kind))
    assert (await reader.read(issuer.token("one", alg), NOON)).principal.id == "anna"


async def test_claims_are_found_where_the_deployment_says(issuer: Issuer) -> None:
    settings_ = {"organisation_claim": "organization", "roles_claim": "realm_access.roles"}
    kept = issuer.settings
    elsewhere = type(kept)(issuer=kept.issuer, audience=kept.audience, jwks_url=kept.jwks_url, **settings_)
    async with new_client(2) as client:
        reader = TokenReader(elsewhere, IssuerKeys(elsewhere, client))
        token = issuer.token(organization=["valley"], realm_access={"roles": ["auditor"]})
        read = (await reader.read(token, NOON)).principal
    assert (read.organisation, read.roles) == ("valley", frozenset({Role.AUDITOR}))


def without_signature(issuer: Issuer) -> str:
    return ".".join((_part({"alg": "none", "kid": "first"}), _part(issuer.claims()), ""))


def signed_with_the_public_key_as_a_secret(issuer: Issuer) -> str:
    key = issuer.keys["first"]
    assert isinstance(key, RSAKey)
    signed = f"{_part({'alg': 'HS256', 'kid': 'first'})}.{_part(issuer.claims())}"
    signature = hmac.digest(key.as_pem(private=False), signed.encode(), "sha256")
    return f"{signed}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


def altered(issuer: Issuer) -> str:
    head, _, signature = issuer.token().split(".")
    return ".".join((head, _part(issuer.claims(roles=["administrator"])), signature))


def _part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


FORGED: dict[str, Callable[[Issuer], str]] = {
    "expired": lambda issuer: issuer.token(exp=NOW - 61),
    "not valid yet": lambda issuer: issuer.token(nbf=NOW + 61),
    "issued in the future": lambda issuer: issuer.token(iat=NOW + 61),
    "without an end": lambda issuer: issuer.token(exp=None),
    "with an end that is no number": lambda issuer: issuer.token(exp="never"),
    "for somebody else": lambda issuer: issuer.token(aud="another"),
    "for nobody": lambda issuer: issuer.token(aud=None),
    "of another issuer": lambda issuer: issuer.token(iss="https://login.example"),
    "of nobody": lambda issuer: issuer.token(sub=None),
    "of an empty name": lambda issuer: issuer.token(sub=""),
    "without an organisation": lambda issuer: issuer.token(organisation=None),
    "with several organisations": lambda issuer: issuer.token(organisation=["demo", "harbour"]),
    "with an organisation that is no name": lambda issuer: issuer.token(organisation={"demo": True}),
    "with a name of control characters": lambda issuer: issuer.token(sub="a\0b"),
    "for signing out": lambda issuer: issuer.token().replace(
        issuer.token().split(".")[0], _part({"alg": "RS256", "kid": "first", "typ": "logout+jwt"})
    ),
    "signed by another under the same name": lambda issuer: issuer.token(key=new_key()),
    "signed by a key that nobody has": lambda issuer: issuer.token("second", key=new_key()),
    "signed by no key": without_signature,
    "signed with our public key as a secret": signed_with_the_public_key_as_a_secret,
    "altered": altered,
    "too long": lambda issuer: issuer.token(more="x" * 9_000),
    "deeply nested": lambda _: base64.urlsafe_b64encode(b"[" * 5_000).decode() + ".e30.e30",
    "no token at all": lambda _: "x",
    "of two parts": lambda issuer: issuer.token().rpartition(".")[0],
    "empty": lambda _: "",
}


@on_sqlite
async def test_whatever_is_wrong_with_a_token_the_refusal_is_the_same(issuer: Issuer, app: ASGIApp) -> None:
    assert (await ask(app, f"Bearer {issuer.token()}")).body["data"] == {"__typename": "Query"}
    refusals = {name: await ask(app, f"Bearer {forge(issuer)}") for name, forge in FORGED.items()}
    told = {name: (reply.status, reply.codes, reply.headers.get("www-authenticate"), reply.content) for name, reply in refusals.items()}
    expected = (401, ["UNAUTHENTICATED"], 'Bearer realm="attendu", error="invalid_token"')
    assert {name: each[:3] for name, each in told.items()} == dict.fromkeys(FORGED, expected)
    assert len({_untraced(each[3]) for each in told.values()}) == 1


def _untraced(content: bytes) -> str:
    return str([error["message"] for error in orjson.loads(content)["errors"]])


@on_sqlite
@pytest.mark.parametrize("accept", [RESPONSE, JSON])
async def test_without_a_token_nobody_is_answered_in_production_and_probes_are(app: ASGIApp, accept: str) -> None:
    reply = await ask(app, None, accept)
    assert (reply.status, reply.codes, reply.headers["www-authenticate"]) == (401, ["UNAUTHENTICATED"], 'Bearer realm="attendu"')
    assert "data" not in reply.body


@on_sqlite
@pytest.mark.parametrize("authorization", ["Basic YTpi", "Bearer", "bearer é", "Token x"])
async def test_anything_but_a_bearer_token_is_refused(app: ASGIApp, authorization: str) -> None:
    assert (await ask(app, authorization)).status == 401


NAMES = st.sampled_from(["alg", "kid", "typ", "crit", "b64", "jwk", "x"])
VALUES = st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["RS256", "first", "none"])
HEADERS = st.recursive(VALUES, lambda each: st.lists(each) | st.dictionaries(NAMES, each))


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(header=HEADERS, payload=st.binary(max_size=40))
async def test_no_header_of_a_token_breaks_us(reader: TokenReader, header: object, payload: bytes) -> None:
    token = f"{_part(header) if header is not None else ''}.{base64.urlsafe_b64encode(payload).decode()}.x"
    with pytest.raises(RequestError):
        await reader.read(token, NOON)


async def test_clocks_may_differ_by_a_minute(issuer: Issuer, reader: TokenReader) -> None:
    for token in (issuer.token(exp=NOW - 59), issuer.token(nbf=NOW + 60), issuer.token(iat=NOW + 60)):
        assert (await reader.read(token, NOON)).principal.id == "anna"


@on_sqlite
async def test_a_token_that_was_believed_is_not_any_more_once_it_has_expired(issuer: Issuer, app: ASGIApp) -> None:
    token = issuer.token(exp=NOW + 10)
    assert (await ask(app, f"Bearer {token}")).status == 200
    issuer.clock.now = NOON.fromtimestamp(NOW + 71, NOON.tzinfo)
    assert (await ask(app, f"Bearer {token}")).status == 401


@on_sqlite
@pytest.mark.parametrize("name", ["authorization", "Authorization"])
async def test_a_websocket_says_who_it_is_when_it_connects(issuer: Issuer, app: ASGIApp, name: str) -> None:
    async with websocket(app) as socket:
        await socket.greet({name: f"Bearer {issuer.token()}"})
        socket.subscribe("a", "{ __typename }")
        assert (await socket.message())["payload"]["data"] == {"__typename": "Query"}
        issuer.clock.now = NOON.fromtimestamp(NOW + HOUR + 61, NOON.tzinfo)
        socket.subscribe("b", "{ __typename }")
        heard = [await socket.message() for _ in range(2)]
        assert [each["type"] for each in heard] == ["complete", "error"]
        assert heard[1]["payload"][0]["extensions"]["code"] == "UNAUTHENTICATED"


@on_sqlite
@pytest.mark.parametrize(
    "payload",
    [
        None,
        {"authorization": "Bearer x"},
        {"authorization": 1},
        {"Authorization": "Bearer x"},
        {"Authorization": "Bearer x", "authorization": "Bearer y"},
    ],
)
async def test_a_websocket_that_does_not_say_who_it_is_is_closed(app: ASGIApp, payload: object) -> None:
    async with websocket(app) as socket:
        await socket.accepted()
        socket.tell({"type": "connection_init", "payload": payload})
        assert await socket.closed() == 4403
