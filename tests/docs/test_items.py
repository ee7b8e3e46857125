"""The examples of docs/items.md run, one after the other, and answer what the page says."""

import asyncio
import json
import re
from pathlib import Path

from rich.console import Console

from api.commands.demo import load_and_decide
from api.settings import Mode, Settings
from tests.api.clients import served

PAGE = (Path(__file__).parents[2] / "docs" / "items.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```graphql\n(.*?)```(?:\n\n```json\n(.*?)```)?", PAGE, re.DOTALL)
CONTENT = b"%PDF-1.7\nabc"


def test_the_examples_of_the_page_run_and_answer_what_it_says(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'attendu.db'}"
    asyncio.run(load_and_decide(Settings(mode=Mode.DEVELOPMENT, database_url=address), Console(quiet=True)))
    file = ""
    with served(address, files=str(tmp_path / "files")) as client:
        for query, answer in BLOCKS:
            told = client.ask(query, **({"file": file} if "$file" in query else {}))
            if "announceFile" in told:
                announced = told["announceFile"]
                file, upload = announced["file"]["id"], announced["upload"]
                headers = {each["name"]: each["value"] for each in upload["headers"]}
                assert client.http.request(upload["method"], upload["url"], content=CONTENT, headers=headers).status_code == 204
            if "tasks" in told:
                assert [each["key"] for each in told["tasks"]["nodes"]] == ["tasks.demolition.demolition_file"]
            assert not answer or told == json.loads(answer)
    assert len(BLOCKS) == 7
