"""
The version of a rule set: its sources, the plan they make, and what they ran on; stored once, by digest.

The archive holds ``rules`` and ``domain``, the engine included, the store, registries and the tools of review not: what is
needed to run the rules again, years later, as they were. Expanding a record needs only the plan.
"""

import hashlib
import io
import platform
import tarfile
from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from msgspec import json

from rules.engine.plan import Plan
from tracing.audit.compression import compress, decompress
from tracing.audit.rule_sets import RuleSet

LEFT_OUT = frozenset({"__pycache__", "store", "registries", "review"})
LIBRARIES = ("msgspec", "pyyaml", "cachetools", "babel")


def version_of(plan: Plan, root: Path, started_at: datetime) -> RuleSet:
    """
    Return the version of *plan*; its digest is the SHA-256 of the plan, of each source file and of what it runs on.

    Args:
        plan: the rule set as data.
        root: the folder that holds ``rules`` and ``domain``.
        started_at: when this process started it; the store keeps the first.
    """
    files = list(_files(root))
    libraries = {name: version(name) for name in LIBRARIES}
    stored = plan.encode()
    digest = hashlib.sha256(stored + json.encode([platform.python_version(), libraries], order="deterministic"))
    for name, content in files:
        digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return RuleSet(digest.hexdigest(), started_at, compress(_archive(files)), compress(stored), platform.python_version(), libraries)


def plan_of(stored: RuleSet) -> Plan:
    """Return the plan that a version was stored with: what its records are read with."""
    return Plan.decode(decompress(stored.plan))


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
