"""The program as a process of its own, in a copy of the tree where rules can be planted."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TREE = Path(__file__).parents[3]
PACKAGES = ("api", "domain", "rules", "tracing", "examples")
SECONDS = 90
START = (sys.executable, "-c", "from api.cli import main; main()")


@dataclass(frozen=True)
class Program:
    """A copy of the sources, and the settings it runs with."""

    folder: Path
    environment: Mapping[str, str]

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one command to its end."""
        return subprocess.run(
            [*START, *arguments], cwd=self.folder, env=dict(self.environment), capture_output=True, text=True, timeout=SECONDS, check=False
        )

    @contextmanager
    def started(self, *arguments: str) -> Iterator[subprocess.Popen[str]]:
        """Start one command, and end it with the block."""
        process = subprocess.Popen(
            [*START, *arguments],
            cwd=self.folder,
            env=dict(self.environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.communicate(timeout=SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()

    def plant(self, place: str, text: str) -> Path:
        """Write a file below the copied sources."""
        path = self.folder / place
        path.write_text(text, encoding="utf-8")
        return path


def copied(folder: Path) -> Program:
    """Copy the sources to *folder*."""
    for name in PACKAGES:
        shutil.copytree(TREE / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("ATTENDU_", "OTEL_"))}
    database = f"sqlite:///{folder / 'attendu.db'}"
    settings = {"ATTENDU_DATABASE_URL": database, "ATTENDU_MODE": "development"}
    return Program(folder, environment | settings | {"PYTHONPATH": str(folder), "COLUMNS": "120", "LANG": "C.UTF-8"})
