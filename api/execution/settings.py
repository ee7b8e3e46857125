"""What is compiled, and how much of it is kept: the one settings object of the package."""

from collections.abc import Callable
from dataclasses import dataclass

from graphql import DocumentNode

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class CompilationSettings:
    """
    Bounds and switches of compiled execution; whatever they refuse is executed by graphql-core, with the same result.

    Attributes:
        enabled: False leaves every operation to graphql-core.
        compile_only: asked once about a document; only those it answers True for are compiled. None compiles any.
        compile_at_sighting: at which meeting a document is compiled: one that is never repeated should not cost a compilation.
        max_fields: the most fields a plan may have once fragments are spread, and the most selections a document may hold.
        max_depth: the deepest nesting of objects in a plan.
        max_variants: the most combinations of @skip and @include values compiled for one operation.
        max_plans: the most operations whose plans are kept; the least recently used goes first.
        max_memory: bytes all kept plans may take, estimated.
        max_kept: the most results that are kept, twice, of objects that last: those lately used, and those used before them.
        max_compile_seconds: processor seconds one compilation may take, as it holds the event loop.
        max_compile_share: the part of the time that all compilations may take, beyond the first second.
        on_fallback: called with the reason, a `Fallback`, each time something is left to graphql-core; it must not raise.
    """

    enabled: bool = True
    compile_only: Callable[[DocumentNode], bool] | None = None
    compile_at_sighting: int = 2
    max_fields: int = 2_000
    max_depth: int = 30
    max_variants: int = 8
    max_plans: int = 256
    max_memory: int = 64 * MEBIBYTE
    max_kept: int = 8_192
    max_compile_seconds: float = 0.25
    max_compile_share: float = 0.05
    on_fallback: Callable[[str], None] | None = None
