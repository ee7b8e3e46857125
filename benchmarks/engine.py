"""
The engine against its floor, against zen-engine, and against itself at ten and a hundred times the rules; what is stored of a run.

CPU time of the thread, the variants in turn, the fastest of many rounds: the machine is shared. The limits against the floor are those of
one three-valued function a segment (``docs/adr/0016-one-three-valued-function-a-segment.md``).
"""

import resource
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import thread_time
from typing import Any

from benchmarks.budget import Budget
from benchmarks.floor import Answer, compile_floor, results
from benchmarks.subjects import TODAY, a_dossier, a_family
from benchmarks.workload import ON_DOSSIER, UNITS, generated, write
from benchmarks.zen_rules import ZenRules
from domain.subjects import Subject
from rules.engine.decision import Decision
from rules.engine.ruleset import RuleSet
from tracing.audit.record import encode

SUBJECTS = 300
ROUNDS = 100
LOADED = 3

KNOWN, QUARTER_UNKNOWN = 2.5, 4

# Import, gather, check, order and compile.
LOADING = """
import sys
sys.path.insert(0, sys.argv[1])
from benchmarks.workload import load
load(sys.argv[2])
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
            _record(flat),
            _growth([flat, generated(folder, 10), generated(folder, 100)]),
        ]


def _against_floor(name: str, rules: RuleSet, a_subject: Callable[..., Subject]) -> Iterator[Budget]:
    random = Random(1)
    known = [a_subject(random) for _ in range(SUBJECTS)]
    partly = [a_subject(random, unknown=0.25) for _ in range(SUBJECTS)]
    yield from against_floor(name, rules, known, partly)


def against_floor(
    name: str, rules: RuleSet, known: list[Subject], partly: list[Subject], left_out: frozenset[str] = frozenset()
) -> Iterator[Budget]:
    """Compare with the fastest plain Python that gives the same answers, units that it leaves out apart."""
    floor, environment = compile_floor(rules, left_out), rules.environment(TODAY)
    for subject in known:
        if floor(subject, environment) != results(rules, subject, TODAY, left_out):
            raise AssertionError("the floor and the engine disagree")
    taken = microseconds(
        {
            "floor": partial(_each, lambda subject: floor(subject, environment), known),
            "all known": partial(_each, lambda subject: rules.run(subject, TODAY), known),
            "a quarter unknown": partial(_each, lambda subject: rules.run(subject, TODAY), partly),
        }
    )
    yield Budget(f"{name}_known", taken["all known"] / taken["floor"], KNOWN, _said(taken))
    yield Budget(f"{name}_quarter_unknown", taken["a quarter unknown"] / taken["floor"], QUARTER_UNKNOWN, _said(taken))


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


def _record(rules: RuleSet) -> Budget:
    """Measure what is stored of a run: facts, values, and the truth of every leaf."""
    random, moment = Random(1), datetime.combine(TODAY, time.min, UTC)
    sizes = [
        len(encode(Decision(None, None, None, None, TODAY, moment, moment, "", rules.index, rules.run(a_dossier(random), TODAY))))
        for _ in range(SUBJECTS)
    ]
    figures = f"the largest of {SUBJECTS}, on average {sum(sizes) / SUBJECTS:,.0f} bytes"
    return Budget("record_flat_bytes", max(sizes), 2_048, figures)


def _growth(sizes: list[RuleSet]) -> Budget:
    """Compare the time a unit takes among 264, 2,640 and 26,400; the floor's, beside it, grows by the processor's caches alone."""
    random = Random(1)
    subjects = [a_dossier(random) for _ in range(SUBJECTS // 10)]
    ours, floors = {}, {}
    for rules in sizes:
        number = len(rules.plan.units)
        few = subjects[: max(1, len(subjects) * UNITS // number)]  # as long a turn for each, short enough to run undisturbed
        ours[f"{number:,} units"] = partial(_each, partial(rules.run, as_of=TODAY), few)
        floors[f"floor {number:,} units"] = partial(_each, partial(_called, compile_floor(rules), rules.environment(TODAY)), few)
    taken = microseconds(ours | floors, ROUNDS)
    each = {name: taken[name] / int(name.split()[-2].replace(",", "")) * 1000 for name in taken}
    figures = ", ".join(f"{name} {nanoseconds:.0f} ns each" for name, nanoseconds in each.items())
    grown = [each[name] for name in ours]
    return Budget("engine_growth", max(grown) / min(grown), 1.4, figures)


def _called(floor: Answer, environment: list[Any], subject: Subject) -> object:
    return floor(subject, environment)


def _loading(folder: Path) -> Budget:
    """Load 2,640 rules."""
    write(folder / "flat_loaded", 10, ON_DOSSIER)
    return loading("load_2640_rules", 3, LOADING, str(folder), "flat_loaded")


def loading(name: str, limit: float, program: str, *arguments: str) -> Budget:
    """
    Measure the CPU seconds of a program in processes that have done nothing else; the first also writes Python's compiled files.

    Python's own start is in it.
    """
    took = []
    for _ in range(1 + LOADED):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", program, *arguments], check=True, timeout=120)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return Budget(name, min(took), limit, ", ".join(f"{each:.2f} s" for each in took) + " of CPU")


def microseconds(variants: Mapping[str, Callable[[], int]], rounds: int = ROUNDS) -> dict[str, float]:
    """Run the variants in turn, each of which tells how many subjects it decided; return the microseconds a subject takes."""
    fastest = dict.fromkeys(variants, float("inf"))
    for _ in range(rounds):
        for name, run in variants.items():
            began = thread_time()
            number = run()
            fastest[name] = min(fastest[name], (thread_time() - began) / number * 1e6)
    return fastest


def _each(decide: Callable[[Any], object], subjects: Iterable[Any]) -> int:
    number = 0
    for number, subject in enumerate(subjects, 1):  # noqa: B007 - the last number is what is returned
        decide(subject)
    return number


def _said(taken: dict[str, float]) -> str:
    return ", ".join(f"{variant} {each:.1f} µs" for variant, each in taken.items())
