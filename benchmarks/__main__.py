"""
Measure the budgets: ``python -m benchmarks [module…]``.

Every module here that defines ``measure() -> list[Budget]`` is run in a process of its own, so that none warms or burdens another. A run of
all of them writes ``benchmarks/RESULTS.md``. A budget that is over fails nothing: it is said, and people judge.
"""

import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from benchmarks.budget import Budget

FOLDER = Path(__file__).parent
RESULTS = FOLDER / "RESULTS.md"
LONGEST_SECONDS = 1_800


def main(arguments: list[str]) -> None:
    """Run the modules named, or all of them."""
    match arguments:
        case ["--into", path, name]:
            Path(path).write_bytes(msgspec.json.encode(import_module(f"benchmarks.{name}").measure()))
        case _:
            measured = {name: run(name) for name in arguments or modules()}
            if not arguments:
                RESULTS.write_text("\n".join(report(measured)) + "\n", encoding="utf-8")
            for budgets in measured.values():
                for budget in budgets:
                    print(budget.line)
            if unmeasured := ", ".join(name for name, budgets in measured.items() if not budgets):
                sys.exit(f"not measured, see above: {unmeasured}")


def modules() -> list[str]:
    """Return the names of the modules that measure something."""
    measures = re.compile(r"^def measure\(\) -> list\[Budget\]:", re.MULTILINE)
    return sorted(path.stem for path in FOLDER.glob("*.py") if measures.search(path.read_text(encoding="utf-8")))


def run(name: str) -> list[Budget]:
    """Run one module in a process of its own; return nothing where it ends with an error, which it has printed."""
    print(f"measuring {name} …", flush=True)
    with TemporaryDirectory() as folder:
        result = Path(folder) / "budgets.json"
        done = subprocess.run([sys.executable, "-m", "benchmarks", "--into", result, name], check=False, timeout=LONGEST_SECONDS)
        if done.returncode:
            return []
        return msgspec.json.decode(result.read_bytes(), type=list[Budget])


def report(measured: dict[str, list[Budget]]) -> Iterator[str]:
    """Yield the lines of ``RESULTS.md``."""
    yield "# Budgets, measured"
    yield ""
    yield f"Written by `make bench` on {datetime.now(UTC):%Y-%m-%d}. {machine()}"
    for name, budgets in measured.items():
        doc = (import_module(f"benchmarks.{name}").__doc__ or "").strip()
        yield from ("", f"## {name}", "", doc, "")
        if not budgets:
            yield "Not measured: it ended with an error."
            continue
        yield from ("| budget | measured | limit | | figures |", "|---|--:|--:|---|---|")
        for budget in budgets:
            limit = f"{'≥' if budget.at_least else '≤'} {budget.limit:g}"
            yield f"| {budget.name} | {budget.measured:.2f} | {limit} | {'ok' if budget.ok else '**over**'} | {budget.detail} |"


def machine() -> str:
    """Describe the machine: a ratio travels, a time does not."""
    processors = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.*)", processors.read_text(encoding="utf-8")) if processors.exists() else None
    processor = found[1] if found else platform.processor() or platform.machine()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return (
        f"{processor}, {os.cpu_count()} processors, {memory:.0f} GB, {platform.system()}, "
        f"Python {platform.python_version()}, load {load:.1f} at the end."
    )


if __name__ == "__main__":
    main(sys.argv[1:])
