"""Documents are prepared once for each text, and trusted ones are known by their hash."""

import hashlib
from pathlib import Path

import orjson
import pytest

from api.http.documents import Documents
from api.http.errors import ErrorFormatter
from api.http.settings import Limits, TransportSettings
from api.http.trusted import BrokenDocumentList, DocumentPolicy, TrustedDocuments
from api.http.view import GraphQLView
from tests.api.http.clients import ask, get, post, websocket
from tests.api.http.conftest import MakeView
from tests.api.http.schema import schema

LISTED = "query Listed { item { name } }"
HASH = hashlib.sha256(LISTED.encode()).hexdigest()
DATA = {"item": {"name": "root"}}


def documents(count: int = 100, size: int = 10_000) -> Documents:
    settings = TransportSettings(limits=Limits(depth=3), cached_documents=count, cached_bytes=size)
    return Documents(schema._schema, settings, ErrorFormatter())


def test_the_same_text_is_prepared_once_with_limits_on() -> None:
    kept = documents()
    for text in (LISTED, "{ nothing }", "{", "{ item { items { items { items { name } } } } }"):
        assert kept.prepare(text) is kept.prepare(text)


def test_the_cache_is_bounded_in_count_and_in_bytes() -> None:
    few, small = documents(count=3), documents(size=100)
    for number in range(50):
        few.prepare(f"{{ a{number}: greeting }}")
        small.prepare(f"{{ a{number}: greeting }}")
    assert len(few._kept) == 3
    assert len(small._kept) <= 100 // len("{ a1: greeting }")


def test_a_document_longer_than_the_cache_is_answered_and_not_kept() -> None:
    kept = documents(size=20)
    assert kept.prepare(LISTED).document is not None
    assert len(kept._kept) == 0


def listed(policy: DocumentPolicy) -> TrustedDocuments:
    return TrustedDocuments(policy, {HASH: LISTED})


ASKS = [{"documentId": HASH}, {"documentId": f"sha256:{HASH}"}, {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": HASH}}}]


@pytest.mark.parametrize("policy", list(DocumentPolicy))
@pytest.mark.parametrize("asked", ASKS)
async def test_a_listed_document_is_asked_for_by_hash(make_view: MakeView, policy: DocumentPolicy, asked: dict[str, object]) -> None:
    view = make_view(trusted=listed(policy))
    assert (await post(view, asked)).body["data"] == DATA
    async with websocket(view) as socket:
        await socket.greet()
        socket.tell({"type": "subscribe", "id": "1", "payload": asked})
        assert (await socket.message())["payload"]["data"] == DATA
        assert (await socket.message())["type"] == "complete"


async def test_a_listed_document_is_asked_for_by_get(make_view: MakeView) -> None:
    view = make_view(trusted=listed(DocumentPolicy.TRUSTED_ONLY))
    assert (await get(view, {"documentId": HASH})).body["data"] == DATA
    extensions = orjson.dumps({"persistedQuery": {"sha256Hash": HASH}}).decode()
    assert (await get(view, {"extensions": extensions})).body["data"] == DATA


@pytest.mark.parametrize(
    ("policy", "text", "status"),
    [
        (DocumentPolicy.ANYTHING, "{ item { name } }", 200),
        (DocumentPolicy.LISTED, "{ item { name } }", 403),
        (DocumentPolicy.LISTED, LISTED, 200),
        (DocumentPolicy.TRUSTED_ONLY, LISTED, 403),
    ],
)
async def test_the_policy_says_which_texts_are_answered(make_view: MakeView, policy: DocumentPolicy, text: str, status: int) -> None:
    reply = await ask(make_view(trusted=listed(policy)), text)
    assert reply.status == status
    assert status == 200 or reply.codes == ["DOCUMENT_NOT_TRUSTED"]


@pytest.mark.parametrize("policy", list(DocumentPolicy))
async def test_an_unknown_hash_is_told_in_the_words_that_clients_know(make_view: MakeView, policy: DocumentPolicy) -> None:
    reply = await post(make_view(trusted=listed(policy)), {"documentId": "0" * 64})
    assert reply.codes == ["PERSISTED_QUERY_NOT_FOUND"]
    assert reply.body["errors"][0]["message"] == "PersistedQueryNotFound"


async def test_a_hash_must_be_that_of_the_document_sent_with_it(view: GraphQLView) -> None:
    assert (await post(view, {"query": "{ greeting }", "documentId": HASH})).codes == ["BAD_REQUEST"]
    assert (await post(view, {"query": LISTED, "documentId": HASH})).body["data"] == DATA


def test_the_list_is_read_from_the_file_of_the_client_build(tmp_path: Path) -> None:
    file = tmp_path / "persisted-documents.json"
    file.write_bytes(orjson.dumps({HASH: LISTED}))
    assert TrustedDocuments.from_file(file, DocumentPolicy.TRUSTED_ONLY).texts == {HASH: LISTED}


@pytest.mark.parametrize("content", [b"", b"[]", b'{"a": 1}', orjson.dumps({hashlib.sha1(LISTED.encode()).hexdigest(): LISTED})])
def test_a_broken_list_stops_the_start(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "persisted-documents.json"
    file.write_bytes(content)
    with pytest.raises(BrokenDocumentList, match="persisted-documents"):
        TrustedDocuments.from_file(file, DocumentPolicy.LISTED)
