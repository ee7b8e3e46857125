"""In development a caller may be anybody in "demo", or whoever a token of this machine says; in production such a token is nothing."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from api.app import Surroundings, create_app
from api.cli import run
from api.identity.development import development_reader, development_token, somebody
from api.identity.settings import IssuerRefused, IssuerSettings
from api.principal import DEVELOPMENT, Role
from api.settings import Settings
from tests.api.clients import NOON, Client
from tests.api.http.clients import exchange
from tests.api.identity.issuer import in_production, issuing, started
from tests.databases import on_sqlite
from tracing.telemetry import OFF

APPLICANT = somebody(Role.APPLICANT, "harbour", ["h-1", "h-2"])
GIVEN = {"ATTENDU_OIDC_ISSUER": "https://login.example/realms/a", "ATTENDU_OIDC_AUDIENCE": "attendu"}


async def test_a_token_made_here_is_read_here_and_its_key_is_nobody_elses(tmp_path: Path) -> None:
    token = development_token(APPLICANT, tmp_path / "state", NOON)
    assert (await development_reader(tmp_path / "state").read(token, NOON)).principal == APPLICANT
    assert development_token(APPLICANT, tmp_path / "state", NOON) != token  # signed anew, by the same key
    (key,) = (tmp_path / "state").iterdir()
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


@pytest.mark.parametrize("role", list(Role))
def test_the_command_prints_a_token_last_on_its_output(
    role: Role, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("ATTENDU_MODE", "development")
    assert run(["token", role.value, "--organisation", "harbour", "--subject", "h-1"]) == 0
    token = capsys.readouterr().out.splitlines()[-1]
    assert token.count(".") == 2


def test_the_command_makes_no_token_in_production(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("ATTENDU_MODE", raising=False)
    assert run(["token", "auditor"]) == 1
    assert capsys.readouterr().out == ""


def test_without_a_token_a_caller_in_development_is_the_development_principal(client: Client) -> None:
    made = client.household(rent="500")
    author = client.ask("query ($id: ID!) { household(id: $id) { author } }", id=made)["household"]["author"]
    assert author == DEVELOPMENT.id


def test_a_wrong_token_is_refused_in_development_too(client: Client) -> None:
    answered = client.http.post("/graphql", json={"query": "{ __typename }"}, headers={"authorization": "Bearer x"})
    assert answered.status_code == 401


@on_sqlite
async def test_production_does_not_believe_a_token_of_development(database_address: str, tmp_path: Path) -> None:
    token = development_token(APPLICANT, tmp_path, datetime.now(UTC), timedelta(days=3650))
    async with issuing() as issuer, in_production(issuer, database_address) as app:
        reply = await exchange(app, [b'{"query": "{ __typename }"}'], headers={"authorization": f"Bearer {token}"})
    assert reply.status == 401


@on_sqlite
async def test_production_without_an_issuer_starts_says_so_and_refuses_every_question(database_address: str) -> None:
    around = Surroundings(telemetry=OFF, providers={})
    with capture_logs() as logged:
        async with started(create_app(Settings(database_url=database_address), around)) as app:
            reply = await exchange(app, [b'{"query": "{ __typename }"}'])
    assert (reply.status, reply.codes) == (401, ["UNAUTHENTICATED"])
    assert [(each["log_level"], "ATTENDU_OIDC_ISSUER" in each["remedy"]) for each in logged] == [("warning", True)]


def test_the_settings_of_an_issuer_are_read_from_the_environment() -> None:
    given = {**GIVEN, "ATTENDU_OIDC_ROLES_CLAIM": "realm_access.roles", "ATTENDU_OIDC_JWKS_URL": "http://127.0.0.1:9/keys"}
    assert Settings.read(given).issuer == IssuerSettings(
        issuer="https://login.example/realms/a", audience="attendu", jwks_url="http://127.0.0.1:9/keys", roles_claim="realm_access.roles"
    )


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"ATTENDU_OIDC_AUDIENCE": ""}, "ATTENDU_OIDC_AUDIENCE"),
        ({"ATTENDU_OIDC_ISSUER": "http://login.example"}, "ATTENDU_OIDC_ISSUER"),
        ({"ATTENDU_OIDC_ISSUER": "https://[login"}, "ATTENDU_OIDC_ISSUER"),
        ({"ATTENDU_OIDC_ISSUER": "https://"}, "ATTENDU_OIDC_ISSUER"),
        ({"ATTENDU_OIDC_JWKS_URL": "ftp://login.example"}, "ATTENDU_OIDC_JWKS_URL"),
    ],
)
def test_an_issuer_that_could_be_anybody_is_refused(changes: dict[str, str], named: str) -> None:
    with pytest.raises(IssuerRefused, match=named):
        Settings.read(GIVEN | changes)
