"""
Hold our figures against OpenFisca-France on random households: ``make oracle``.

The last line is ``agreement N/M``: comparisons that agree, of those made. It fails where one disagrees, where a variable was
compared on too few households, or where too much had to be left out for the oracle's known defects.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from random import Random
from typing import Final

from rich.console import Console
from rich.progress import Progress

from tests.oracle import inside
from tests.oracle.comparison import Tally
from tests.oracle.defects import Defect
from tests.oracle.households import Sample, drawn, with_amounts
from tests.oracle.outside import oracle

DATES: Final = (date(2021, 7, 1), date(2026, 10, 1))
BATCH: Final = 100
LEAST_HOUSEHOLDS: Final = 300
MOST_LEFT_OUT: Final = 0.05


def main() -> None:
    """Draw households, ask both sides, print what came out."""
    arguments = argparse.ArgumentParser(prog="python -m tests.oracle", description=__doc__)
    arguments.add_argument("--households", type=int, default=1_000, help="how many, at each of the two dates (1,000)")
    arguments.add_argument("--seed", type=int, default=20261120, help="of the draw: the same seed, the same households")
    given = arguments.parse_args()
    console = Console(stderr=True)
    tally = Tally()
    with oracle() as asked, Progress(console=console) as progress:
        for day in DATES:
            step = progress.add_task(f"{given.households} households on {day}", total=given.households)
            for samples in batches(islice(households(given.seed, day, tally), given.households)):
                theirs = asked.answers(samples)
                for sample, zone, answer in zip(samples, inside.zones(samples), theirs, strict=True):
                    tally.add(sample, inside.answers(sample, zone), answer)
                progress.advance(step, len(samples))
    sys.stdout.write("\n".join(report(tally, given.seed)) + "\n")
    sys.exit(0 if stands(tally, given.households) else 1)


def households(seed: int, day: date, tally: Tally) -> Iterator[Sample]:
    """
    Yield households of a day without end, their amounts around the figures in force on it.

    One that a hair decides is drawn anew: the oracle computes in binary fractions, which hold no exact half (docs/oracle.md).
    """
    random = Random(seed)
    for samples in batches(drawn(random, day)):
        for sample, zone in zip(samples, inside.zones(samples), strict=True):
            complete = with_amounts(random, sample, inside.answers(sample, zone))
            if inside.is_decided_by_a_hair(complete, zone):
                tally.drawn_anew += 1
            else:
                yield complete


def batches(samples: Iterator[Sample]) -> Iterator[Sequence[Sample]]:
    """Yield the samples a hundred at a time."""
    while batch := list(islice(samples, BATCH)):
        yield batch


def report(tally: Tally, seed: int) -> Iterator[str]:
    """Yield the lines of the report, the agreement last."""
    yield f"seed {seed}, dates {', '.join(map(str, DATES))}"
    for name, compared in sorted(tally.compared.items()):
        yield f"{name:32} {tally.agreed[name]:>5}/{compared}"
    for difference in tally.differences[:20]:
        yield f"differs: {difference.name} is {difference.ours} here and {difference.theirs} there, of {difference.sample}"
    for defect in sorted(Defect, key=lambda each: each.number):
        yield f"left out {tally.left_out[defect]:>5} for defect {defect.number}: {defect.words}"
    yield f"drawn anew, as a hair decides a rounding: {tally.drawn_anew} households"
    yield f"left out in all: {share_left_out(tally):.2%}"
    yield f"agreement {sum(tally.agreed.values())}/{sum(tally.compared.values())}"


def share_left_out(tally: Tally) -> float:
    """Return what was left out, of all that the oracle answered."""
    left_out = sum(tally.left_out.values())
    return left_out / (left_out + sum(tally.compared.values()))


def stands(tally: Tally, households: int) -> bool:
    """Tell whether all agrees, on enough households, with little left out."""
    enough = min(tally.compared.values()) >= min(LEAST_HOUSEHOLDS, households)
    return not tally.differences and enough and share_left_out(tally) < MOST_LEFT_OUT


if __name__ == "__main__":
    main()
