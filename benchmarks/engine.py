"""
The engine against hand-written code: the same rules as one function of if and else, with no trace.

Flat, and with parts; all facts known, and a quarter unknown; growing from 264 to 26,400 units; from import to ready; the
size of a record; and zen-engine with its trace on, as far as it can express the same.
"""

import gc
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import zen

from benchmarks.budget import Budget
from benchmarks.floor import compile_floor, results
from benchmarks.subjects import a_dossier, a_family
from benchmarks.workload import ON_DOSSIER, generated, write
from domain.subjects import Subject
from rules.engine.ruleset import RuleSet

AS_OF = date(2026, 3, 2)
SUBJECTS, ROUNDS = 300, 25
READY = """
import sys, time
started = time.perf_counter()
from benchmarks.workload import load
load(sys.argv[1])
print(time.perf_counter() - started)
"""


def seconds(work: Callable[[], object]) -> float:
    """Return the processor seconds that *work* takes."""
    started = time.thread_time()
    work()
    return time.thread_time() - started


def against(work: Callable[[], object], floor: Callable[[], object]) -> tuple[float, float]:
    """Return the best seconds of each, measured in turn, the garbage collector off."""
    gc.collect()
    gc.disable()
    try:
        rounds = [(seconds(work), seconds(floor)) for _ in range(ROUNDS)]
    finally:
        gc.enable()
    return min(each[0] for each in rounds), min(each[1] for each in rounds)


def measure() -> list[Budget]:
    """Measure the engine."""
    with TemporaryDirectory() as folder:
        flat, parts = generated(Path(folder), 1), generated(Path(folder), 1, parts=True)
        return [
            *_ratios("flat", flat, a_dossier),
            *_ratios("parts", parts, a_family),
            _zen(flat),
            _growth(Path(folder), flat),
            _ready(Path(folder)),
        ]


def _ratios(name: str, rules: RuleSet, make: Callable[[Random, float], Subject]) -> list[Budget]:
    random = Random(1)
    known, partly = ([make(random, unknown) for _ in range(SUBJECTS)] for unknown in (0.0, 0.25))
    floor, today = compile_floor(rules), rules.environment(AS_OF)
    for subject in known:
        assert tuple(floor(subject, today)) == results(rules, subject, AS_OF), "the floor answers what the engine answers"
    budgets = []
    for kind, subjects, limit in (("known", known, 1.6), ("quarter_unknown", partly, 6.0)):
        ours, base = against(lambda s=subjects: [rules.run(each, AS_OF) for each in s], lambda: [floor(each, today) for each in known])  # type: ignore[misc]
        detail = f"{ours / SUBJECTS * 1e6:.1f} µs against {base / SUBJECTS * 1e6:.1f} µs a subject, {len(rules.plan.units)} units"
        budgets.append(Budget(f"engine_{name}_{kind}", ours / base, limit, detail))
    return budgets


def _zen(rules: RuleSet) -> Budget:
    """Let zen-engine decide 264 expressions over forty fields with its trace on, and compare a unit's time."""
    fields = {f"f{number}": number for number in range(40)}
    expressions: list[dict[str, Any]] = [
        {"id": str(number), "key": f"r{number}", "value": f"f{number % 40} > {number % 7} and f{(number * 3) % 40} < 30"}
        for number in range(264)
    ]
    node = {"id": "e", "type": "expressionNode", "name": "e", "content": {"expressions": expressions}}
    ends = [{"id": "i", "type": "inputNode", "name": "i"}, {"id": "o", "type": "outputNode", "name": "o"}]
    edges = [{"id": "1", "sourceId": "i", "targetId": "e"}, {"id": "2", "sourceId": "e", "targetId": "o"}]
    decision = zen.ZenEngine().create_decision(json.dumps({"nodes": [*ends, node], "edges": edges}))
    subjects = [a_dossier(Random(number), 0.0) for number in range(20)]
    peer, ours = against(
        lambda: [decision.evaluate(fields, {"trace": True}) for _ in range(20)], lambda: [rules.run(each, AS_OF) for each in subjects]
    )
    slower = (peer / 264) / (ours / len(rules.plan.units))
    detail = f"{peer / 20 / 264 * 1e6:.2f} µs an expression against {ours / 20 / len(rules.plan.units) * 1e6:.2f} µs a unit"
    return Budget("zen_is_slower", slower, 12, detail, at_least=True)


def _growth(folder: Path, smallest: RuleSet) -> Budget:
    units: list[float] = []
    for copies, rules in ((1, smallest), (10, None), (100, None)):
        grown = rules or generated(folder, copies)
        subjects = [a_dossier(Random(number), 0.0) for number in range(20)]
        best, _ = against(lambda g=grown, s=subjects: [g.run(each, AS_OF) for each in s], lambda: None)  # type: ignore[misc]
        units.append(best / 20 / len(grown.plan.units) * 1e9)
    said = " / ".join(f"{each:.0f}" for each in units)
    return Budget("growth_264_to_26400", max(units) / min(units), 1.4, f"{said} ns a unit")


def _ready(folder: Path) -> Budget:
    """Load ten times the workload, from import to ready, in fresh processes."""
    write(folder / "loaded_10", 10, ON_DOSSIER)
    command = [sys.executable, "-c", READY, "loaded_10"]
    paths = {"PYTHONPATH": f"{folder}:{Path(__file__).parent.parent}"}
    taken = [float(subprocess.run(command, env=paths, capture_output=True, text=True, check=True).stdout) for _ in range(3)]
    return Budget("ready_2640_seconds", statistics.median(taken), 3.0, "from import to ready, median of three processes")
