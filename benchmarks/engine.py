"""
The engine against its floor, against zen-engine, and against itself at ten and a hundred times the rules.

CPU time of the thread, the variants in turn, the fastest of many rounds: the machine is shared.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.budget import Budget
from benchmarks.floor import compile_floor, results
from benchmarks.subjects import TODAY, a_dossier, a_family
from benchmarks.workload import ON_DOSSIER, generated, write
from benchmarks.zen_rules import ZenRules
from domain.subjects import Subject
from rules.engine.ruleset import RuleSet

SUBJECTS = 300
ROUNDS = 100
LOADED = 3

# Import, gather, check, order and compile, in a process that has done nothing else.
LOADING = """
import time
began = time.perf_counter()
import sys
sys.path.insert(0, sys.argv[1])
from benchmarks.workload import load
load(sys.argv[2])
print(time.perf_counter() - began)
"""


def measure() -> list[Budget]:
    """Measure every budget of the engine."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        flat, parts = generated(folder, 1), generated(folder, 1, parts=True)
        return [
            *_against_floor("engine_flat", flat, a_dossier),
            *_against_floor("engine_parts", parts, a_family),
            _against_zen(flat),
            _loading(folder),
            _growth([flat, generated(folder, 10), generated(folder, 100)]),
        ]


def _against_floor(name: str, rules: RuleSet, a_subject: Callable[..., Subject]) -> Iterator[Budget]:
    """Compare with the fastest plain Python that gives the same answers."""
    random = Random(1)
    known = [a_subject(random) for _ in range(SUBJECTS)]
    partly = [a_subject(random, unknown=0.25) for _ in range(SUBJECTS)]
    floor, environment = compile_floor(rules), rules.environment(TODAY)
    for subject in known:
        if floor(subject, environment) != results(rules, subject, TODAY):
            raise AssertionError("the floor and the engine disagree")
    taken = microseconds(
        {
            "floor": partial(_each, lambda subject: floor(subject, environment), known),
            "all known": partial(_each, lambda subject: rules.run(subject, TODAY), known),
            "a quarter unknown": partial(_each, lambda subject: rules.run(subject, TODAY), partly),
        }
    )
    yield Budget(f"{name}_known", taken["all known"] / taken["floor"], 1.6, _said(taken))
    yield Budget(f"{name}_quarter_unknown", taken["a quarter unknown"] / taken["floor"], 6, _said(taken))


def _against_zen(rules: RuleSet) -> Budget:
    """Compare with zen-engine, its trace on, which gives the same answers."""
    random, zen = Random(1), ZenRules(rules, TODAY)
    subjects = [a_dossier(random) for _ in range(SUBJECTS // 10)]
    for subject in subjects:
        zen.check(subject)
    given = [zen.given(subject) for subject in subjects]
    taken = microseconds(
        {"zen": partial(_each, zen.evaluate, given), "ours": partial(_each, lambda subject: rules.run(subject, TODAY), subjects)}
    )
    return Budget("zen_slower", taken["zen"] / taken["ours"], 12, _said(taken), at_least=True)


def _growth(sizes: list[RuleSet]) -> Budget:
    """Compare the time a unit takes among 264, 2,640 and 26,400."""
    random = Random(1)
    subjects = [a_dossier(random) for _ in range(SUBJECTS // 10)]
    units = {f"{len(rules.plan.units):,} units": rules for rules in sizes}
    taken = microseconds({name: partial(_each, partial(rules.run, as_of=TODAY), subjects) for name, rules in units.items()}, ROUNDS // 4)
    each = {name: microsecond / len(units[name].plan.units) * 1000 for name, microsecond in taken.items()}
    figures = ", ".join(f"{name} {nanoseconds:.0f} ns each" for name, nanoseconds in each.items())
    return Budget("engine_growth", max(each.values()) / min(each.values()), 1.4, figures)


def _loading(folder: Path) -> Budget:
    """Load 2,640 rules in a fresh process; the first of them also writes Python's compiled files."""
    write(folder / "flat_loaded", 10, ON_DOSSIER)
    command = [sys.executable, "-c", LOADING, str(folder), "flat_loaded"]
    seconds = [float(subprocess.run(command, check=True, capture_output=True, timeout=120).stdout) for _ in range(1 + LOADED)]
    return Budget("load_2640_rules", min(seconds), 3, ", ".join(f"{each:.2f} s" for each in seconds))


def microseconds(variants: dict[str, Callable[[], int]], rounds: int = ROUNDS) -> dict[str, float]:
    """Run the variants in turn, each of which tells how many subjects it decided; return the microseconds a subject takes."""
    fastest = dict.fromkeys(variants, float("inf"))
    for _ in range(rounds):
        for name, run in variants.items():
            began = time.thread_time()
            number = run()
            fastest[name] = min(fastest[name], (time.thread_time() - began) / number * 1e6)
    return fastest


def _each(decide: Callable[[Any], object], subjects: Iterable[Any]) -> int:
    number = 0
    for number, subject in enumerate(subjects, 1):  # noqa: B007 - the last number is what is returned
        decide(subject)
    return number


def _said(taken: dict[str, float]) -> str:
    return ", ".join(f"{variant} {each:.1f} µs" for variant, each in taken.items())
