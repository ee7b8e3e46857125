"""What of compiled execution this deployment wants: which documents are compiled, and who hears of those that are not."""

from enum import StrEnum

from graphql import DocumentNode

from api.execution import CompilationSettings
from api.http.trusted import TrustedDocuments
from tracing.telemetry import Telemetry


class CompiledExecution(StrEnum):
    """Which documents are compiled; others are executed by graphql-core, with the same answer, logs and spans."""

    ANY = "any"
    TRUSTED = "trusted"  # those on the deployment's list: nobody else can take memory or compiling time
    OFF = "off"


def compilation(which: CompiledExecution, trusted: TrustedDocuments, telemetry: Telemetry) -> CompilationSettings:
    """Return the settings of compiled execution; what is left to graphql-core is counted by reason in ``attendu.graphql.fallbacks``."""

    def is_listed(document: DocumentNode) -> bool:
        return document.loc is not None and trusted.lists(document.loc.source.body)

    def count(reason: str) -> None:
        telemetry.metrics.graphql_fallbacks.add(1, {"error.type": reason})

    return CompilationSettings(
        enabled=which is not CompiledExecution.OFF,
        compile_only=is_listed if which is CompiledExecution.TRUSTED else None,
        on_fallback=count,
    )
