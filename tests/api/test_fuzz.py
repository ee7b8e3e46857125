"""
Questions and changes of every kind, made by schemathesis from the schema: none meets a status of 500 or a masked error.

A few for each here; ``make fuzz`` asks more than 500 in all.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import IntValueNode, NameNode, ObjectFieldNode, ObjectValueNode, StringValueNode
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import graphql
from schemathesis.core.result import Ok
from starlette.testclient import TestClient

from api.app import Surroundings, create_app
from api.schema.sdl import SDL
from api.settings import Mode, Settings
from tests.api.clients import Client, a_person
from tests.api.http.clients import RESPONSE
from tracing.telemetry import OFF

EXAMPLES = int(os.environ.get("ATTENDU_EXAMPLES", "2"))
DAYS = st.dates().map(str) | st.just("2026-02-31")
INSTANTS = st.datetimes(timezones=st.just(None)).map(lambda each: f"{each.isoformat()}Z") | st.just("2026-01-31")
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9).map(str) | st.just("1e400")
INTEGERS = st.integers(-(2**31), 2**31).map(lambda each: IntValueNode(value=str(each)))
UNKNOWN = ObjectValueNode(fields=(ObjectFieldNode(name=NameNode(value="unknown"), value=IntValueNode(value="1")),))

for name, texts in {"Date": DAYS, "DateTime": INSTANTS, "Decimal": NUMBERS}.items():
    graphql.scalar(name, texts.map(lambda each: StringValueNode(value=each)))
graphql.scalar("JSON", INTEGERS | st.just(UNKNOWN))

FOUND = [each.ok() for each in graphql.from_path(str(SDL)).get_all_operations() if isinstance(each, Ok)]
OPERATIONS = {each.label: each for each in FOUND}


@pytest.fixture(scope="module")
def served(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The application, with a household and an operation in it."""
    folder = tmp_path_factory.mktemp("fuzz")
    shutil.copy(migrated_file, folder / "fuzz.db")
    chosen = Settings(mode=Mode.DEVELOPMENT, database_url=f"sqlite:///{folder / 'fuzz.db'}", files=str(folder / "files"))
    with TestClient(create_app(chosen, Surroundings(telemetry=OFF, providers={}))) as http:
        client = Client(http)
        client.household(rent="500", persons=[a_person()])
        client.operation(kind="DEMOLITION", worksStart="2027-01-01")
        yield http


@pytest.mark.parametrize("label", OPERATIONS)
def test_whatever_is_asked_nothing_breaks(served: TestClient, label: str) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, phases=[Phase.generate], database=None, suppress_health_check=list(HealthCheck))
    @given(OPERATIONS[label].as_strategy())
    def asked(case: Any) -> None:
        answer = served.post("/graphql", json={"query": case.body}, headers={"accept": RESPONSE})
        codes = {each["extensions"]["code"] for each in answer.json().get("errors", ())}
        assert answer.status_code < 500, (case.body, answer.text)
        assert "INTERNAL" not in codes, (case.body, answer.text)

    asked()
