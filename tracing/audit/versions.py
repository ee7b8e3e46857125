"""
The version of a rule set: its sources, the plan they make, and what they ran on; stored once, by digest.

The archive holds ``rules`` and ``domain``, the engine included, the store, registries and the tools of review not: what is
needed to run the rules again, years later, as they were. Expanding a record needs only the plan.
"""

import hashlib
import io
import platform
import tarfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from msgspec import json

from rules.engine.index import PlanIndex
from rules.engine.plan import Plan
from tracing.audit.compression import Damaged, compress, decompress
from tracing.audit.errors import VersionAltered
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
    files = dict(_files(root))
    libraries = {name: version(name) for name in LIBRARIES}
    stored, python = plan.encode(), platform.python_version()
    return RuleSet(_digest(stored, python, libraries, files), started_at, compress(_archive(files)), compress(stored), python, libraries)


def plan_of(stored: RuleSet) -> Plan:
    """Return the plan that a version was stored with: what its records are read with."""
    return Plan.decode(decompress(stored.plan))


def earlier_index(stored: RuleSet) -> PlanIndex:
    """Return that plan, indexed for reading; nothing is kept of its runs, as few ask about what is no longer in force."""
    return PlanIndex(plan_of(stored), kept_bytes=0)


def files_of(stored: RuleSet) -> dict[str, bytes]:
    """
    Return the sources of a version by their path, as they ran.

    Raises:
        VersionAltered: what is stored is not what its digest was made of.
    """
    try:
        with tarfile.open(fileobj=io.BytesIO(decompress(stored.archive))) as archive:
            opened = ((each.name, archive.extractfile(each)) for each in archive.getmembers())
            files = {name: content.read() for name, content in opened if content is not None}
        digest = _digest(decompress(stored.plan), stored.python, stored.libraries, files)
    except (Damaged, tarfile.TarError):
        digest = ""
    if digest != stored.digest:
        raise VersionAltered(stored.digest)
    return files


def _digest(plan: bytes, python: str, libraries: Mapping[str, str], files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256(plan + json.encode([python, dict(libraries)], order="deterministic"))
    for name, content in files.items():
        digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return digest.hexdigest()


def _files(root: Path) -> Iterator[tuple[str, bytes]]:
    for folder in ("domain", "rules"):
        for path in sorted((root / folder).rglob("*")):
            inside = path.relative_to(root)
            if path.is_file() and path.suffix in {".py", ".yaml"} and not LEFT_OUT & set(inside.parts):
                yield inside.as_posix(), path.read_bytes()


def _archive(files: Mapping[str, bytes]) -> bytes:
    """Return a tar archive that is the same for the same files: no times, no owners."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return buffer.getvalue()
