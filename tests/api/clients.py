"""A client of the application over ASGI, and facts that are fine but for one thing."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from starlette.testclient import TestClient

from api.app import Surroundings, create_app
from api.settings import DEFAULT_FILES, Mode, Settings
from tracing.telemetry import OFF

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)

SAVE = """
mutation Save($input: CreateHouseholdInput!) {
  createHousehold(input: $input) { __typename ... on HouseholdSaved { household { id revision } } ... on Error { code message } }
}
"""
SAVE_OPERATION = """
mutation Save($input: CreateOperationInput!) {
  createOperation(input: $input) { __typename ... on OperationSaved { operation { id revision } } ... on Error { code message } }
}
"""


@dataclass
class Clock:
    """A clock that moves when it is told to."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Client:
    """Asks in GraphQL."""

    http: TestClient
    clock: Clock = field(default_factory=Clock)

    def send(
        self, query: str, *, headers: Mapping[str, str] | None = None, extensions: Mapping[str, Any] | None = None, **variables: Any
    ) -> dict[str, Any]:
        """Return the whole answer."""
        body = {"query": query, "variables": variables, "extensions": extensions or {}}
        answer: dict[str, Any] = self.http.post("/graphql", json=body, headers=headers).json()
        return answer

    def ask(self, query: str, **variables: Any) -> Any:
        """Return the data of an answer without errors."""
        answer = self.send(query, **variables)
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    def refused(self, query: str, **variables: Any) -> list[str]:
        """Return the codes of the errors of an answer."""
        return [each["extensions"]["code"] for each in self.send(query, **variables)["errors"]]

    def household(self, **facts: Any) -> str:
        """Store a household and return its id."""
        identifier: str = self.ask(SAVE, input={"facts": facts})["createHousehold"]["household"]["id"]
        return identifier

    def operation(self, **facts: Any) -> str:
        """Store an operation and return its id."""
        identifier: str = self.ask(SAVE_OPERATION, input={"facts": facts})["createOperation"]["operation"]["id"]
        return identifier


@contextmanager
def served(address: str, files: str = DEFAULT_FILES, **around: Any) -> Iterator[Client]:
    """Serve the application over the database at *address*, with no provider and a clock that stands still."""
    clock = around.setdefault("clock", Clock())
    surroundings = Surroundings(**{"telemetry": OFF, "providers": {}, **around})
    app = create_app(Settings(mode=Mode.DEVELOPMENT, database_url=address, files=files), surroundings)
    with TestClient(app, raise_server_exceptions=True) as http:
        yield Client(http, clock)


def a_person(key: str = "marie", **facts: Any) -> dict[str, Any]:
    """Return a French applicant of full age."""
    return {"key": key, "role": "APPLICANT", "nationality": "FRENCH", "bornOn": "1990-05-01", **facts}
