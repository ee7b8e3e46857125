"""Golden files: whole answers, kept. ``ATTENDU_GOLDEN=write`` writes them anew; the difference is the effect of a change."""

import os
from pathlib import Path

HERE = Path(__file__).parent


def rewriting() -> bool:
    """Tell whether golden files are to be written anew."""
    return os.environ.get("ATTENDU_GOLDEN") == "write"


def golden(name: str, written: str) -> str:
    """Return what the golden file *name* holds, which is *written* where files are written anew."""
    path = HERE / name
    if rewriting():
        path.write_text(written, encoding="utf-8")
    return path.read_text(encoding="utf-8")
