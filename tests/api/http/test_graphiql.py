"""GraphiQL in a real browser that reaches nothing but the server, under the policy that is enforced."""

import asyncio
import itertools
import shutil
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx2
import orjson
import pytest
from websockets.asyncio.client import ClientConnection, connect

from api.http.graphiql import FOLDER, examples
from api.schema.pagination import cursor_of
from tests.acceptance.servers import CREATE, Server
from tests.api.http.test_server import server
from tests.api.identity.issuer import AUDIENCE, HOUR, issuing

CHROMIUM = shutil.which("chromium")
ONLY_LOOPBACK = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
RESULT = "(document.querySelector('.result-window .CodeMirror')?.CodeMirror.getValue() ?? '')"
WATCH = "var violations = []; addEventListener('securitypolicyviolation', (e) => violations.push([e.disposition, e.effectiveDirective]))"
STRANGE_SCRIPT = "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.strange = 1' }))"
DOCUMENTATION = "document.querySelector('button[aria-label*=\"Documentation Explorer\"]')"
DOCUMENTED = "(document.querySelector('.graphiql-doc-explorer')?.textContent ?? '')"
QUERY = "document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror"
HEADERS = "document.querySelectorAll('.graphiql-editor-tool .CodeMirror')[1].CodeMirror"
FOLLOW = f'subscription Follow {{ decisionRecorded(after: "{cursor_of([0, 0])}") {{ subjectId }} }}'
PRESS = "document.querySelector('.graphiql-execute-button').click()"


class Page:
    """A page of the browser, spoken to by the DevTools protocol; keeps every event."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._numbers = itertools.count(1)
        self.events: list[dict[str, Any]] = []

    async def call(self, method: str, **parameters: object) -> dict[str, Any]:
        number = next(self._numbers)
        await self._connection.send(orjson.dumps({"id": number, "method": method, "params": parameters}).decode())
        while (heard := orjson.loads(await self._connection.recv())).get("id") != number:
            self.events.append(heard)
        result: dict[str, Any] = heard["result"]
        return result

    async def load(self, url: str) -> None:
        await self.call("Page.navigate", url=url)
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(orjson.loads(await self._connection.recv()))

    def logged(self) -> list[str]:
        return [event["params"]["entry"]["text"] for event in self.events if event.get("method") == "Log.entryAdded"]

    async def until(self, expression: str) -> Any:
        """Return what *expression* gives as soon as it is true."""
        poll = f"const poll = () => {{ const value = {expression}; value ? told(value) : setTimeout(poll, 50) }}; poll()"
        result = await self.call("Runtime.evaluate", expression=f"new Promise((told) => {{ {poll} }})", awaitPromise=True)
        return result["result"]["value"]


@asynccontextmanager
async def browser(folder: Path) -> AsyncIterator[Page]:
    """Start Chromium with nothing but the loopback network."""
    assert CHROMIUM is not None
    options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", f"--user-data-dir={folder}", ONLY_LOOPBACK]
    process = await asyncio.create_subprocess_exec(CHROMIUM, *options, "about:blank", stderr=asyncio.subprocess.PIPE)
    assert process.stderr is not None
    try:
        while not (line := (await process.stderr.readline()).decode()).startswith("DevTools listening on ws://"):
            assert line
        host = line.split("/")[2]
        async with httpx2.AsyncClient() as client:
            pages = (await client.get(f"http://{host}/json")).json()
        address = next(page["webSocketDebuggerUrl"] for page in pages if page["type"] == "page")
        async with connect(address, max_size=None) as connection:
            yield Page(connection)
    finally:
        process.kill()
        await process.wait()


@pytest.mark.server
@pytest.mark.browser
async def test_graphiql_works_offline_under_its_policies(tmp_path: Path) -> None:
    with server() as (address, _):
        async with asyncio.timeout(60), browser(tmp_path) as page:
            for domain in ("Log", "Network", "Page"):
                await page.call(f"{domain}.enable")
            await page.call("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
            await page.load(f"http://{address}/graphiql")
            await page.until("document.querySelector('.graphiql-execute-button') !== null")
            await page.until(f"{PRESS} || true")
            assert '"name": "root"' in await page.until(RESULT)
            assert await page.until("JSON.stringify(violations)") == "[]"
            logged = page.logged()
            await page.until(f"{STRANGE_SCRIPT} || true")
            ran, violations = orjson.loads(await page.until("JSON.stringify([window.strange ?? 0, violations])"))
            assert ran == 0
            assert ["enforce", "script-src-elem"] in violations
    asked = {event["params"]["request"]["url"] for event in page.events if event.get("method") == "Network.requestWillBeSent"}
    assert all(url.startswith((f"http://{address}/", "data:")) for url in asked)
    assert logged == []


@pytest.mark.server
@pytest.mark.browser
async def test_graphiql_shows_the_schemas_documentation_and_runs_its_examples(tmp_path: Path) -> None:
    attendu = await Server.start(f"sqlite:///{tmp_path / 'pages.db'}", 0, asyncio.Event())
    try:
        async with asyncio.timeout(120), browser(tmp_path / "chromium") as page:
            await page.call("Page.enable")
            await page.call("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
            await page.load(f"{attendu.address}/graphiql")
            assert await page.until("document.querySelectorAll('.graphiql-tab').length") == len(examples())
            await page.until(f"{DOCUMENTATION}.click() || true")
            await page.until(f"{DOCUMENTED}.includes('All Schema Types') && {DOCUMENTED}.includes('HousingRequest')")
            await page.until("document.querySelector('.graphiql-doc-explorer-type-name').click() || true")
            await page.until(f"{DOCUMENTED}.includes('Everything that can be asked')")
            await page.until("document.querySelectorAll('.graphiql-tab button')[0].click() || true")
            await page.until(f"{PRESS} || true")
            assert '"household"' in await page.until(f"{RESULT}.includes('household') && {RESULT}")
            # its documentation is made from Markdown, which the policy that is only reported would stop
            assert await page.until("JSON.stringify(violations.filter(([disposition]) => disposition === 'enforce'))") == "[]"
    finally:
        await attendu.kill()


@pytest.mark.server
@pytest.mark.browser
async def test_graphiql_follows_in_production_with_the_token_of_its_header_editor(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'production.db'}"
    async with asyncio.timeout(120), issuing() as issuer:
        oidc = {"ATTENDU_OIDC_ISSUER": issuer.address, "ATTENDU_OIDC_AUDIENCE": AUDIENCE, "ATTENDU_OIDC_JWKS_URL": f"{issuer.address}/keys"}
        attendu = await Server.start(database, 0, asyncio.Event(), ATTENDU_MODE="production", ATTENDU_GRAPHIQL="on", **oidc)
        try:
            now = int(time.time())
            headers = {"Authorization": f"Bearer {issuer.token(iat=now, exp=now + HOUR)}"}
            async with httpx2.AsyncClient(base_url=attendu.address, headers=headers) as client:
                body = {"query": CREATE, "variables": {"input": {"facts": {"rent": "500"}}}}
                made = (await client.post("/graphql", json=body)).json()["data"]["createHousehold"]["household"]["id"]
            async with browser(tmp_path / "chromium") as page:
                await page.call("Page.enable")
                await page.load(f"{attendu.address}/graphiql")
                await page.until("document.querySelector('.graphiql-execute-button') !== null")
                for editor, text in {QUERY: FOLLOW, HEADERS: orjson.dumps(headers).decode()}.items():
                    await page.until(f"{editor}.setValue({orjson.dumps(text).decode()}) || true")
                await page.until("document.querySelector('.graphiql-tab-active').textContent.includes('Follow')")
                await page.until(f"{PRESS} || true")
                assert made in await page.until(f"/decisionRecorded|Socket closed/.test({RESULT}) && {RESULT}")
        finally:
            await attendu.kill()


def test_the_bundle_is_small_and_carries_its_licences() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir() if file.is_file()) < 3_000_000
    assert "graphiql 4." in (FOLDER / "LICENSES.txt").read_text()
