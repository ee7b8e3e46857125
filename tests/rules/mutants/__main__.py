"""
``make mutants``: change the law in many small ways, one at a time, and see that a case turns red each time.

    python -m tests.rules.mutants [--seed 7] [--count 500] [--all] [--only tasks.permits]

What survives is listed: a case is lacking there, or the change changes nothing. Ends with 1 where fewer than 95 % are killed.
"""

import random
import sys
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.progress import track

from rules.engine.ruleset import Declarations
from rules.library import load_rule_sets
from rules.review.cases import load_cases
from tests.rules.expected import assert_as_expected
from tests.rules.mutants.conditions import condition_mutants, figure_mutants
from tests.rules.mutants.functions import function_mutants
from tests.rules.mutants.mutant import Mutant
from tests.rules.mutants.trial import Ground, is_killed

SHARE = 0.95
SECONDS = 280


def main() -> int:
    """Try a sample of mutants, say which survived, and return the exit code."""
    parser = ArgumentParser(prog="python -m tests.rules.mutants")
    parser.add_argument("--seed", type=int, default=None, help="repeats a sample; by default another each time")
    parser.add_argument("--count", type=int, default=500, help="how many to try")
    parser.add_argument("--all", action="store_true", help="try every one, however long it takes")
    parser.add_argument("--only", default="", help="only those whose rule or figure begins so")
    asked = parser.parse_args()
    seed = random.randrange(10_000) if asked.seed is None else asked.seed
    console = Console(highlight=False, soft_wrap=True)
    grounds = list(green_grounds(console))
    if red := [each for ground in grounds for each in ground.red_unchanged()]:
        console.print(f"red without any change, so that every mutant would seem to be killed: {', '.join(red)}")
        return 1
    mutants = [each for each in all_mutants(grounds) if each.where.startswith(asked.only)]
    sample = mutants if asked.all else random.Random(seed).sample(mutants, min(asked.count, len(mutants)))
    tried, survived = Counter[str](), list[Mutant]()
    ends = time.monotonic() + (float("inf") if asked.all else SECONDS)
    for mutant in track(sample, "Trying mutants", console=Console(stderr=True), transient=True, disable=not console.is_terminal):
        if time.monotonic() > ends:
            console.print(f"stopped after {SECONDS} s, {tried.total()} of {len(sample)} tried")
            break
        tried[mutant.kind] += 1
        if not is_killed(mutant, grounds):
            survived.append(mutant)
    return told(console, tried, survived, len(mutants), seed)


def green_grounds(console: Console) -> Iterator[Ground]:
    """Yield each rule set with the cases that are green to begin with."""
    cases = load_cases()
    for name, rules in load_rule_sets().items():
        own = [each for each in cases if each.subject.type_name == name]
        green = []
        for case in own:
            try:
                assert_as_expected(case, rules)
                green.append(case)
            except AssertionError:
                console.print(f"left out, red already: {case.name}")
        yield Ground(rules, tuple(green))


def all_mutants(grounds: list[Ground]) -> list[Mutant]:
    """Return every mutant of every rule and figure, always in the same order."""
    declarations: Declarations = {name: each for ground in grounds for name, each in ground.rules.declarations.items()}
    figures = {name: each for ground in grounds for name, each in ground.rules.figures.items()}
    return [*condition_mutants(declarations), *figure_mutants(figures), *function_mutants(declarations)]


def told(console: Console, tried: Counter[str], survived: list[Mutant], count: int, seed: int) -> int:
    """Say what survived and how many were killed, and return the exit code."""
    for each in sorted(survived, key=lambda mutant: (mutant.where, mutant.change)):
        console.print(f"survived  {each}", markup=False)
    alive = Counter(each.kind for each in survived)
    for kind, number in sorted(tried.items()):
        console.print(f"{kind:<12}{number - alive[kind]}/{number}")
    killed, total = tried.total() - len(survived), max(tried.total(), 1)
    console.print(f"seed {seed}: {killed}/{tried.total()} killed ({killed / total:.1%}), of {count} mutants")
    return 0 if killed / total >= SHARE else 1


if __name__ == "__main__":
    sys.exit(main())
