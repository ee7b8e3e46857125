"""Attacks by HTTP: bodies that are no JSON, too large or packed, headers and methods that nobody sends, requests that do not end."""

import gzip
import zlib
from collections.abc import Iterator
from typing import Final

import orjson

from tests.hostile.wire import Attack, raw, request

FINE = orjson.dumps({"query": "{ __typename }"})
MALFORMED = {
    "an empty body": b"",
    "null": b"null",
    "a number": b"123",
    "a string": b'"abc"',
    "true": b"true",
    "half an object": b'{"query": "{ __typename',
    "bytes that are no UTF-8": b'{"query": "\xff\xfe"}',
    "gzip that nobody announced": gzip.compress(FINE),
    "an integer of 5,000 digits": b'{"query": "{ __typename }", "variables": ' + b"9" * 5_000 + b"}",
    "JSON 100,000 deep": b"[" * 100_000,
    "objects 100,000 deep": b'{"a":' * 100_000,
    "a lone surrogate as operation": b'{"query": "{ __typename }", "operationName": "\\ud800"}',
    "a lone surrogate as document": b'{"query": "\\ud800"}',
    "a query that is a number": b'{"query": 5}',
    "variables that are a list": b'{"query": "{ __typename }", "variables": []}',
    "extensions that are a text": b'{"query": "{ __typename }", "extensions": "x"}',
    "a hash that is no text": b'{"extensions": {"persistedQuery": {"sha256Hash": 5}}}',
    "a hash of nothing": b'{"documentId": "sha256:0000"}',
    "no query": b"{}",
    "a batch of one": b'[{"query": "{ __typename }"}]',
    "a batch of 10,000": orjson.dumps([{"query": "{ __typename }"}] * 10_000),
    "UTF-16": '{"query": "{ __typename }"}'.encode("utf-16"),
    "nothing but NUL": b"\x00" * 10_000,
    "a trace level that is none": b'{"query": "{ __typename }", "extensions": {"ruleTrace": {"level": "ALL"}}}',
}
LARGE: Final = b'{"query": "' + b" " * 20_000_000 + b'"}'
BOMB: Final = gzip.compress(gzip.compress(b" " * 100_000_000))
REFUSED = frozenset({"BAD_REQUEST", "BATCHES_REFUSED", "PERSISTED_QUERY_NOT_FOUND", "GRAPHQL_PARSE_FAILED", "BAD_TRACE_LEVEL"})
TOO_LARGE = frozenset({"BODY_TOO_LARGE"})
MEDIA = frozenset({"UNSUPPORTED_MEDIA_TYPE"})
METHOD = frozenset({"METHOD_NOT_ALLOWED", "OPERATION_NOT_ALLOWED", "BAD_REQUEST", "BODY_TOO_LARGE", "GRAPHQL_PARSE_FAILED"})
TYPES = (
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json; charset=latin1",
    "x" * 5_000,
)
TARGETS = {
    "a mutation by GET": "?query=mutation%7B__typename%7D",
    "a query string of 60 kB": "?query=" + "a" * 60_000,
    "a parameter twice": "?query=%7Ba%7D&query=%7Bb%7D",
    "a query string that is no UTF-8": "?query=%FF%FE",
    "30 parameters": "?" + "&".join(f"a{n}=1" for n in range(30)),
    "variables that are no JSON": "?query=%7B__typename%7D&variables=%5B%5B%5B",
    "no parameter": "",
}


def attacks() -> Iterator[Attack]:
    """Yield every attack by HTTP."""
    for name, body in MALFORMED.items():
        yield Attack(name, raw(request(body)), REFUSED)
    yield Attack("20 MB", raw(request(LARGE)), TOO_LARGE, bare=True)
    chunked = b"%x\r\n" % len(LARGE) + LARGE + b"\r\n0\r\n\r\n"
    yield Attack("20 MB of unknown length", raw(request(content_length="", transfer_encoding="chunked") + chunked), TOO_LARGE, bare=True)
    yield Attack("20 MB announced", raw(request(content_length="20000000")), TOO_LARGE)
    yield Attack("a length of 400 digits", raw(request(content_length="9" * 400)), TOO_LARGE, bare=True)
    for name, bomb in {"a gzip bomb": gzip.compress(b" " * 100_000_000), "a gzip bomb in a gzip bomb": BOMB}.items():
        yield Attack(name, raw(request(bomb, content_encoding="gzip")), TOO_LARGE | REFUSED)
    for name, broken in {"half a gzip": gzip.compress(FINE)[:-9], "no gzip": FINE, "zlib as gzip": zlib.compress(FINE)}.items():
        yield Attack(name, raw(request(broken, content_encoding="gzip")), REFUSED)
    for coding in ("br", "deflate", "gzip, gzip", "x" * 2_000):
        yield Attack(f"packed as {coding[:12]}", raw(request(FINE, content_encoding=coding)), MEDIA)
    for kind in TYPES:
        yield Attack(f"a body of {kind[:30]}", raw(request(FINE, content_type=kind)), MEDIA)
    yield Attack("a body of no type", raw(request(FINE, content_type="")), MEDIA)
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"):
        yield Attack(f"the method {method}", raw(request(FINE, method)), METHOD, bare=True)
    for name, target in TARGETS.items():
        yield Attack(name, raw(request(method="GET", target=f"/graphql{target}")), METHOD, bare="60 kB" in name)
    for accept in ("image/png", "*/*;q=0", ",".join(["a/b;q=x"] * 3_000)):
        yield Attack(f"an Accept of {accept[:12]}", raw(request(FINE, accept=accept)), frozenset({"NOT_ACCEPTABLE"}), bare=len(accept) > 99)
    for origin in ("https://evil.example", "null", "x" * 3_000):
        yield Attack(f"a page of {origin[:20]}", raw(request(FINE, origin=origin)), frozenset({"CROSS_SITE_REFUSED"}))
    yield from _no_http()


def _no_http() -> Iterator[Attack]:
    """Yield what is no HTTP, or hardly."""
    sent = {
        "noise": b"\x16\x03\x01\x02\x00" + bytes(range(256)) * 10 + b"\r\n\r\n",
        "a header of 200 kB": request(FINE, x_long="a" * 200_000),
        "5,000 headers": request(FINE, **{f"x_{n}": "a" for n in range(5_000)}),
        "a negative length": request(FINE, content_length="-5"),
        "a length and chunks at once": request(b"5\r\nhello\r\n0\r\n\r\n", transfer_encoding="chunked"),
        "chunks that are none": request(content_length="", transfer_encoding="chunked") + b"zz\r\nhello\r\n",
        "a header in two lines": request(FINE).replace(b"accept:", b"accept:\r\n "),
        "a header with NUL": request(FINE, x_nul="a\x00b"),
        "a path out of the tree": request(method="GET", target="/graphiql/../../../../etc/passwd"),
        "a report of 1 MB": request(b"[" * 1_000_000, target="/csp-report"),
        "a report that is none": request(b'"x"' * 10, target="/csp-report"),
    }
    for name, data in sent.items():
        yield Attack(name, raw(data), frozenset(), bare=True)
    yield Attack("a head that does not end", raw(request(FINE)[:60], then=b"\r\n\r\n", pause=2), frozenset(), bare=True, patient=True)
    yield Attack("a body that does not end", raw(request(FINE, content_length="5000")), frozenset({"TIMEOUT"}), bare=True, patient=True)
