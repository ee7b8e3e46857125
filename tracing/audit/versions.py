"""
The version of a rule set: its sources, the plan they make, and what they ran on; stored once, by digest.

The archive holds ``rules`` and ``domain``, the engine included and the store and registries not: what is needed to run the
rules again, years later, as they were. Expanding a record needs only the plan.
"""

import hashlib
import io
import platform
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import msgspec

from rules.engine.plan import Plan
from tracing.audit.compression import compress

LEFT_OUT = frozenset({"__pycache__", "store", "registries"})
LIBRARIES = ("msgspec", "pyyaml", "cachetools", "babel")


@dataclass(frozen=True, slots=True)
class RuleSetVersion:
    """A rule set as it is stored: *digest* is the SHA-256, in hexadecimal, of the plan, the archive's files and the versions."""

    digest: str
    name: str
    plan: bytes
    archive: bytes
    made_with: str


def version_of(plan: Plan, root: Path) -> RuleSetVersion:
    """
    Return the version of *plan*.

    Args:
        plan: the rule set as data.
        root: the folder that holds ``rules`` and ``domain``.
    """
    files = list(_files(root))
    made_with = msgspec.json.encode(
        {"python": platform.python_version()} | {name: version(name) for name in LIBRARIES}, order="deterministic"
    )
    stored = plan.encode()
    digest = hashlib.sha256(stored + made_with)
    for name, content in files:
        digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return RuleSetVersion(digest.hexdigest(), plan.name, compress(stored), compress(_archive(files)), made_with.decode())


def _files(root: Path) -> Iterator[tuple[str, bytes]]:
    for folder in ("domain", "rules"):
        for path in sorted((root / folder).rglob("*")):
            inside = path.relative_to(root)
            if path.is_file() and path.suffix in {".py", ".yaml"} and not LEFT_OUT & set(inside.parts):
                yield inside.as_posix(), path.read_bytes()


def _archive(files: list[tuple[str, bytes]]) -> bytes:
    """Return a tar archive that is the same for the same files: no times, no owners."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, content in files:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return buffer.getvalue()
