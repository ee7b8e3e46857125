"""Keys change while we run; nobody but their issuer can make us ask for them often."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest

from api.http.errors import RequestError
from api.identity.keys import KEPT, PAUSE, STALE, IssuerKeys
from api.identity.tokens import TokenReader
from domain.registries.http import new_client
from tests.api.clients import NOON
from tests.api.identity.issuer import Issuer, issuing, new_key


@dataclass
class Seconds:
    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def issuer() -> AsyncIterator[Issuer]:
    async with issuing() as made:
        yield made


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
async def reader(issuer: Issuer, seconds: Seconds) -> AsyncIterator[TokenReader]:
    async with new_client(2) as client:
        yield TokenReader(issuer.settings, IssuerKeys(issuer.settings, client, seconds))


async def code_of(reader: TokenReader, token: str) -> str:
    try:
        await reader.read(token, NOON)
    except RequestError as refused:
        return refused.code
    return "BELIEVED"


async def test_keys_are_asked_for_once_however_many_tokens_come(issuer: Issuer, reader: TokenReader) -> None:
    for _ in range(5):
        assert await code_of(reader, issuer.token()) == "BELIEVED"
    assert issuer.service.asked == ["/keys"]


async def test_a_new_key_is_believed_at_once_and_one_that_is_gone_no_longer_than_ten_minutes(
    issuer: Issuer, reader: TokenReader, seconds: Seconds
) -> None:
    old = issuer.token()
    assert await code_of(reader, old) == "BELIEVED"
    seconds.now += PAUSE
    issuer.has(second=new_key())
    assert await code_of(reader, issuer.token("second")) == "BELIEVED"
    assert await code_of(reader, old) == "UNAUTHENTICATED"
    third, issuer.service.asked = new_key(), []
    issuer.has(third=third)
    seconds.now += KEPT + 1
    assert await code_of(reader, issuer.token("third")) == "BELIEVED"
    assert issuer.service.asked == ["/keys"]


async def test_tokens_with_keys_that_nobody_has_make_us_ask_once_in_ten_seconds(
    issuer: Issuer, reader: TokenReader, seconds: Seconds
) -> None:
    stranger = new_key()
    for number in range(20):
        assert await code_of(reader, issuer.token(f"strange-{number}", key=stranger)) == "UNAUTHENTICATED"
    assert len(issuer.service.asked) == 1
    seconds.now += PAUSE
    for number in range(20):
        assert await code_of(reader, issuer.token(f"strange-{number}", key=stranger)) == "UNAUTHENTICATED"
    assert len(issuer.service.asked) == 2


async def test_known_keys_serve_for_a_day_while_the_issuer_is_away_and_then_nobody_is_believed(
    issuer: Issuer, reader: TokenReader, seconds: Seconds
) -> None:
    token = issuer.token()
    assert await code_of(reader, token) == "BELIEVED"
    issuer.service.status = 500
    seconds.now += KEPT + 1
    assert await code_of(reader, token) == "BELIEVED"
    seconds.now += STALE
    assert await code_of(reader, token) == "UNAVAILABLE"
    issuer.service.status = 200
    seconds.now += PAUSE
    assert await code_of(reader, token) == "BELIEVED"


async def test_an_issuer_that_never_answered_is_unavailable_and_no_token_is_wrong_for_it(issuer: Issuer, reader: TokenReader) -> None:
    issuer.service.status = 500
    assert await code_of(reader, issuer.token()) == "UNAVAILABLE"


@pytest.mark.parametrize("answer", [{}, [], {"keys": []}, {"keys": [{"kty": "oct", "k": "AAAA", "kid": "first"}]}, {"keys": [1, None]}])
async def test_an_answer_without_a_public_key_is_no_answer(issuer: Issuer, reader: TokenReader, answer: object) -> None:
    token = issuer.token()
    issuer.service.answers(answer)
    assert await code_of(reader, token) == "UNAVAILABLE"


async def test_a_key_of_a_kind_that_is_not_understood_spoils_no_other(issuer: Issuer, reader: TokenReader) -> None:
    good = issuer.keys["first"].as_dict(private=False, kid="first")
    strange = [
        {"kty": "AKP", "kid": "a"},
        {"kty": "EC", "crv": "P-0", "kid": "b"},
        {"kty": "RSA", "n": 1, "kid": "c"},
        {**good, "use": "enc", "kid": "d"},
    ]
    issuer.service.answers({"keys": [*strange, good]})
    assert await code_of(reader, issuer.token()) == "BELIEVED"
    assert await code_of(reader, issuer.token("d", key=issuer.keys["first"])) == "UNAUTHENTICATED"


async def test_where_the_keys_are_is_found_in_the_issuers_own_words(issuer: Issuer) -> None:
    settings = replace(issuer.settings, jwks_url=None)
    keys = issuer.service.body
    assert keys is not None
    async with new_client(2) as client:
        reader = TokenReader(settings, IssuerKeys(settings, client))
        issuer.service.by_path = {
            "/.well-known/openid-configuration": {"issuer": settings.issuer, "jwks_uri": f"{settings.issuer}/elsewhere"},
        }
        assert await code_of(reader, issuer.token()) == "BELIEVED"
    assert issuer.service.asked == ["/.well-known/openid-configuration", "/elsewhere"]


async def test_a_discovery_document_about_another_issuer_is_not_believed(issuer: Issuer) -> None:
    settings = replace(issuer.settings, jwks_url=None)
    async with new_client(2) as client:
        reader = TokenReader(settings, IssuerKeys(settings, client))
        issuer.service.by_path = {
            "/.well-known/openid-configuration": {"issuer": "https://other.example", "jwks_uri": f"{settings.issuer}/elsewhere"}
        }
        assert await code_of(reader, issuer.token()) == "UNAVAILABLE"
