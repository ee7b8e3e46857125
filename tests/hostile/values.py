"""Attacks by what is asked with: variables, ids, cursors, facts, keys, tokens."""

import base64
from collections.abc import Iterator
from typing import Final

import orjson

from tests.hostile.wire import REFUSED, Attack, ask, raw, request

NODE = "query ($v: ID!) { node(id: $v) { id } household(id: $v) { id } decision(id: $v) { id } }"
CREATE = """mutation ($i: CreateHouseholdInput!) {
  createHousehold(input: $i) { __typename ... on HouseholdSaved { household { id } } ... on Error { code } }
}"""
VARIABLES: Final[dict[str, object]] = {
    "a list of 100,000": list(range(100_000)),
    "a list 500 deep": orjson.Fragment(b"[" * 500 + b"]" * 500),
    "an object of 50,000 keys": {f"k{n}": n for n in range(50_000)},
    "a number of 400 digits": orjson.Fragment(b"9" * 400),
    "a number beyond all numbers": orjson.Fragment(b"1e400"),
    "minus zero": orjson.Fragment(b"-0.0"),
    "nothing": None,
    "true": True,
}
IDS = {
    "an id of 500,000 letters": "x" * 500_000,
    "an id of NUL": "\x00\x00",
    "an id that ends a statement": "'; DROP TABLE decision; --",
    "an id with a path": "../../../../etc/passwd",
    "an id of emoji": "🏚️" * 1_000,
    "an empty id": "",
    "another household's id": "01a21f3c-5154-7527-91ed-24f3af102212",
}
CURSORS = {
    "an empty cursor": "",
    "a cursor of one letter": "x",
    "a cursor that is no base64": "%%%%",
    "a cursor of base64 that is nothing": base64.b64encode(b"hello").decode(),
    "a cursor of a huge number": base64.b64encode(b"9" * 5_000).decode(),
    "a cursor of deep JSON": base64.b64encode(b"[" * 2_000).decode(),
    "a cursor of another kind": base64.b64encode(b'["a", {"b": 1}]').decode(),
    "a cursor of NUL": base64.b64encode(b'"\x00"').decode(),
    "a cursor of 400,000 letters": "A" * 400_000,
}
FACTS: Final[dict[str, object]] = {
    "10,000 persons": {"persons": [{"key": str(n)} for n in range(10_000)]},
    "1,000 persons": {"persons": [{"key": str(n)} for n in range(1_000)]},
    "two persons of one key": {"persons": [{"key": "a"}, {"key": "a"}]},
    "a person without a key": {"persons": [{"key": ""}]},
    "a key with a path": {"persons": [{"key": "a/../b"}]},
    "a negative rent": {"rent": "-1"},
    "a rent of 1e999999": {"rent": "1e999999"},
    "a rent that is not a number": {"rent": "NaN"},
    "a birth in 2090": {"persons": [{"key": "a", "bornOn": "2090-01-01"}]},
    "a birth before time": {"persons": [{"key": "a", "bornOn": "0000-00-00"}]},
    "a commune of 400,000 letters": {"commune": "9" * 400_000},
    "a lone surrogate": orjson.Fragment(b'{"commune": "\\ud800"}'),
    "5,000 facts to forget": {"unknown": ["household.rent"] * 5_000},
    "facts that there are not": {"unknown": ["household.moon"] * 500},
}
TOKENS = {
    "a token that is none": "Bearer x",
    "a token of 60,000 letters": "Bearer " + "x" * 60_000,
    "an unsigned token": "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsInJvbGVzIjpbImFkbWluaXN0cmF0b3IiXX0.",
    "a forged token": "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2lnbmF0dXJl",
    "a token that names its own keys": "Bearer eyJhbGciOiJSUzI1NiIsImprdSI6Imh0dHA6Ly9ldmlsLmV4YW1wbGUvand"
    "rcy5qc29uIn0.eyJzdWIiOiJhZG1pbiJ9.c2lnbmF0dXJl",
    "a password": "Basic YWRtaW46YWRtaW4=",
    "two words": "Bearer a b",
}
HARMLESS = {"minus zero as ID!", "another household's id", "two persons of one key", "5,000 facts to forget"}
ANY = REFUSED | {"BAD_ID", "BAD_CURSOR", "BAD_PAGE_SIZE", "INVALID_FACTS", "NOT_FOUND", "BODY_TOO_LARGE"}


def attacks() -> Iterator[Attack]:
    """Yield every attack by a value."""
    for name, value in VARIABLES.items():
        for kind in ("ID!", "Int", "[ID!]!", "HouseholdFactsInput!"):
            called = f"{name} as {kind}"
            sent = ask(f"query ($v: {kind}) {{ node(id: $v) {{ id }} }}", {"v": value})
            yield Attack(called, raw(sent), ANY, harmless=called in HARMLESS)
    for name, value in IDS.items():
        yield Attack(name, raw(ask(NODE, {"v": value})), ANY, harmless=name in HARMLESS)
    for name, cursor in CURSORS.items():
        for pages in ("decisions", "tasks", "households"):
            query = f"query ($c: String) {{ {pages}(first: 5, after: $c) {{ nodes {{ __typename }} }} }}"
            yield Attack(f"{name} of {pages}", raw(ask(query, {"c": cursor})), ANY)
    for first in (0, -1, 101, 2_147_483_647):
        yield Attack(f"a page of {first}", raw(ask(f"{{ decisions(first: {first}) {{ nodes {{ id }} }} }}")), ANY)
    for name, facts in FACTS.items():
        yield Attack(name, raw(ask(CREATE, {"i": {"facts": facts}})), ANY, harmless=name in HARMLESS)
    for name, key in {"a key of 100,000 letters": "k" * 100_000, "a key of NUL": "\x00", "an empty key": ""}.items():
        yield Attack(name, raw(ask(CREATE, {"i": {"idempotencyKey": key, "facts": {}}})), ANY | {"BAD_IDEMPOTENCY_KEY"})
    for name, token in TOKENS.items():
        sent = request(orjson.dumps({"query": "{ __typename }"}), authorization=token)
        yield Attack(name, raw(sent), frozenset({"UNAUTHENTICATED"}), bare="60,000" in name)
