"""
What a deployment may say, in one frozen object that is read from the environment once.

    ATTENDU_MODE                  development or production (the default)
    ATTENDU_DATABASE_URL          sqlite:///attendu.db (the default) or postgresql://user:password@host/name
    ATTENDU_FILES                 where files that people send are kept: a folder (attendu-files is the default) or s3://bucket/folder
    ATTENDU_ORIGINS               sites whose pages may call us, e.g. https://desk.example, separated by spaces
    ATTENDU_TRUSTED_DOCUMENTS     a file of listed GraphQL documents, made by the client build
    ATTENDU_DOCUMENTS             anything (the default), listed or "trusted only": which documents are answered
    ATTENDU_COMPILED_EXECUTION    any (the default in development), trusted (in production: the listed documents) or off
    ATTENDU_SPAN_LEVEL            none, summary, decisive (the default) or full: which rules have a span
    ATTENDU_COMMUNES_URL          the service that knows the zones of communes; not set: the table that comes with the program
    ATTENDU_GRAPHIQL              on or off: whether /graphiql is served; not set: in development
    ATTENDU_RATE                  how often one caller may ask, e.g. "1200 per minute; 100 per second" (the default in production), or none;
                                  each process counts for itself, so behind N processes a caller may ask up to N times as often
    ATTENDU_KEPT_MB               memory for what was lately said of files, in MiB for each kind of file; 64 if not set
    ATTENDU_LOG_LEVEL             debug, info (a line for each request), warning (the default) or error
    ATTENDU_ALLOWED_DOCUMENTS     ids of documents that applicants may be asked for though no text was found that lists them
    ATTENDU_OIDC_ISSUER           whose tokens are believed, e.g. https://login.example/realms/attendu; production answers nobody without
    ATTENDU_OIDC_AUDIENCE         what tokens for this application say in aud
    ATTENDU_OIDC_JWKS_URL         where the issuer's keys are; not set: where its discovery document says
    ATTENDU_OIDC_ORGANISATION_CLAIM, ATTENDU_OIDC_ROLES_CLAIM, ATTENDU_OIDC_SUBJECTS_CLAIM
                                  where tokens say it (organisation, roles, subjects), e.g. realm_access.roles

Telemetry has the standard ``OTEL_*`` variables, a bucket the standard ``AWS_*`` ones: AWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID,
AWS_SECRET_ACCESS_KEY, …
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Self, TypeVar, get_args

from api.compiling import CompiledExecution
from api.http.rate import Rate
from api.http.trusted import DocumentPolicy
from api.identity.development import state_folder
from api.identity.settings import IssuerSettings, parts_of
from api.logs import LEVELS
from domain.errors import AttenduError
from tracing.spans import TraceLevel

E = TypeVar("E", bound=StrEnum)

DEFAULT_DATABASE = "sqlite:///attendu.db"
DEFAULT_FILES = "attendu-files"
DEFAULT_RATE = "1200 per minute; 100 per second"
KEPT_MB = 64


class SettingRefused(AttenduError):
    """A setting that cannot be used; stops the start."""

    code = "SETTING_REFUSED"


class Mode(StrEnum):
    """What the process is for."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """
    The settings of one process.

    Args:
        mode: development helps whoever writes a client: names are suggested in errors, and HTTPS is not insisted on.
        database_url: in SQLAlchemy's form.
        files: where files that people send are kept, a folder or ``s3://bucket/folder``.
        origins: sites whose pages may call us.
        trusted_documents: a file of listed documents.
        documents: which documents are answered.
        compiled_execution: which documents are executed compiled; none: as the environment says, or by the mode.
        span_level: how much of a run its rule spans tell.
        communes_url: the service that knows the zones of communes; none: the table that comes with the program.
        issuer: whose tokens are believed.
        state: the folder for what this user's programs keep: the key of development's tokens.
        graphiql: whether its page is served.
        rate: how often one caller may ask, as ``api.http.rate`` reads it.
        kept_mb: memory for what was lately said of files, in MiB for each kind of file.
        log_level: the least that is logged.
        allowed_documents: ids of documents that applicants may be asked for though no text was found that lists them.
    """

    mode: Mode = Mode.PRODUCTION
    database_url: str = DEFAULT_DATABASE
    files: str = DEFAULT_FILES
    origins: frozenset[str] = frozenset()
    trusted_documents: Path | None = None
    documents: DocumentPolicy = DocumentPolicy.ANYTHING
    compiled_execution: CompiledExecution | None = field(default_factory=lambda: _compiled(os.environ))
    span_level: TraceLevel = "decisive"
    communes_url: str | None = None
    issuer: IssuerSettings | None = None
    state: Path = field(default_factory=lambda: state_folder(os.environ))
    graphiql: bool = False
    rate: str = ""
    kept_mb: int = KEPT_MB
    log_level: str = "warning"
    allowed_documents: frozenset[str] = frozenset()

    @property
    def development(self) -> bool:
        """Whether the process is for development."""
        return self.mode is Mode.DEVELOPMENT

    @property
    def compiled(self) -> CompiledExecution:
        """Which documents are executed compiled."""
        return self.compiled_execution or (CompiledExecution.ANY if self.development else CompiledExecution.TRUSTED)

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> Self:
        """
        Read the settings from *environ*; an empty variable counts as unset.

        Raises:
            SettingRefused: a value cannot be used; the message says which and what can stand there.
        """
        given = {name: value.strip() for name, value in environ.items() if name.startswith("ATTENDU_") and value.strip()}
        trusted = given.get("ATTENDU_TRUSTED_DOCUMENTS")
        mode = _one_of(Mode, given, "ATTENDU_MODE", Mode.PRODUCTION)
        development = mode is Mode.DEVELOPMENT
        return cls(
            mode=mode,
            database_url=given.get("ATTENDU_DATABASE_URL", DEFAULT_DATABASE),
            files=_files(given.get("ATTENDU_FILES", DEFAULT_FILES)),
            origins=frozenset(_origin(each) for each in given.get("ATTENDU_ORIGINS", "").split()),
            trusted_documents=None if trusted is None else Path(trusted),
            documents=_one_of(DocumentPolicy, given, "ATTENDU_DOCUMENTS", DocumentPolicy.ANYTHING),
            compiled_execution=_compiled(given),
            span_level=_span_level(given.get("ATTENDU_SPAN_LEVEL", "decisive")),
            communes_url=_address(given, "ATTENDU_COMMUNES_URL"),
            issuer=IssuerSettings.read(given),
            state=state_folder(environ),
            graphiql=_word(given, "ATTENDU_GRAPHIQL", ("on", "off"), "on" if development else "off") == "on",
            rate=_rate(given, "none" if development else DEFAULT_RATE),
            kept_mb=_whole_number(given, "ATTENDU_KEPT_MB", KEPT_MB),
            log_level=_word(given, "ATTENDU_LOG_LEVEL", LEVELS, "warning"),
            allowed_documents=frozenset(given.get("ATTENDU_ALLOWED_DOCUMENTS", "").split()),
        )


def _one_of(kind: type[E], given: Mapping[str, str], name: str, otherwise: E) -> E:
    try:
        return kind(given.get(name, otherwise).lower())
    except ValueError:
        raise SettingRefused(f"{name} cannot be used: write one of {', '.join(kind)}.") from None


def _compiled(given: Mapping[str, str]) -> CompiledExecution | None:
    name = "ATTENDU_COMPILED_EXECUTION"
    return _one_of(CompiledExecution, given, name, CompiledExecution.ANY) if given.get(name) else None


def _word(given: Mapping[str, str], name: str, words: Sequence[str], otherwise: str) -> str:
    value = given.get(name, otherwise).lower()
    if value not in words:
        raise SettingRefused(f"{name} cannot be used: write one of {', '.join(words)}.")
    return value


def _whole_number(given: Mapping[str, str], name: str, otherwise: int) -> int:
    value = given.get(name, str(otherwise))
    if not value.isascii() or not value.isdecimal() or len(value) > 6:
        raise SettingRefused(f"{name} cannot be used: write a whole number such as {otherwise}.")
    return int(value)


def _rate(given: Mapping[str, str], otherwise: str) -> str:
    value = given.get("ATTENDU_RATE", otherwise).lower()
    if value == "none":
        return ""
    try:
        Rate(value)
    except ValueError:
        raise SettingRefused(f"ATTENDU_RATE cannot be used: write it as {DEFAULT_RATE!r}, or none.") from None
    return value


def _span_level(value: str) -> TraceLevel:
    levels: tuple[TraceLevel, ...] = get_args(TraceLevel)
    for level in levels:
        if level == value.lower():
            return level
    raise SettingRefused(f"ATTENDU_SPAN_LEVEL cannot be used: write one of {', '.join(levels)}.")


def _origin(value: str) -> str:
    parts = parts_of(value)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path.strip("/") or parts.query or parts.fragment:
        raise SettingRefused("ATTENDU_ORIGINS cannot be used: write sites such as https://desk.example, separated by spaces.")
    port = {"http": ":80", "https": ":443"}[parts.scheme]
    return f"{parts.scheme}://{parts.netloc.lower().removesuffix(port)}"  # as browsers write it


def _files(value: str) -> str:
    if "://" in value and (not value.startswith("s3://") or not parts_of(value).netloc):
        raise SettingRefused("ATTENDU_FILES cannot be used: write a folder, or s3://bucket/folder.")
    return value


def _address(given: Mapping[str, str], name: str) -> str | None:
    value = given.get(name)
    if value is not None and (parts_of(value).scheme not in {"http", "https"} or not parts_of(value).hostname):
        raise SettingRefused(f"{name} cannot be used: write an address such as https://registry.example.")
    return value
