"""
A workload of the size that the talk showed, written as rule files: 139 documents, 65 tasks and 60 chained calculations, as often as wanted.

Conditions have one to three leaves over all kinds of facts and over calculations; calculations have three inputs and four operations on
average, as our own have; tasks count to a day, with thresholds. With parts, the same number of rules stands on a household and its
persons: persons' amounts are added up, and what follows from the total is read by persons again.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.subjects import FLAT, HALF, Dossier, Family
from rules.engine.discover import discover
from rules.engine.ruleset import RuleSet, build

UNITS = 264
FAMILY = 10  # rules in one file
FOLDERS = ("calculations", "documents", "tasks")
HEADER = """
from datetime import date
from decimal import Decimal

from benchmarks.subjects import SOURCE, TITLE, Colour, Dossier, Family, Member
from domain.calendar import months, years
from domain.conditions import any_of, count, happened, passed, reached, total
from rules.engine.declare import calculation, derived, document, task
from rules.engine.rule import Alert, Requirement
"""


@dataclass(frozen=True)
class Standing:
    """Where rules stand: the type, how many facts of each kind can be read there, and how many rules of each kind stand there."""

    of: str
    facts: tuple[tuple[str, dict[str, int]], ...]
    documents: int
    tasks: int
    calculations: int


ON_DOSSIER = (Standing("Dossier", (("Dossier", FLAT),), 139, 65, 60),)
WITH_PARTS = (
    Standing("Member", (("Member", HALF), ("Member", HALF), ("Family", HALF | {"flag": 4})), 69, 30, 30),
    Standing("Family", (("Family", HALF | {"flag": 4}),), 70, 35, 30),
)


def load(package: str) -> RuleSet:
    """Import the rule files of *package*, which stands on the import path, and build their rule set."""
    root = Family if package.startswith("parts") else Dossier
    return build(package, root, discover(package, FOLDERS), {})


def generated(folder: Path, copies: int, *, parts: bool = False) -> RuleSet:
    """Write the workload *copies* times below *folder*, import it and build its rule set."""
    package = f"{'parts' if parts else 'flat'}_{copies}"
    write(folder / package, copies, WITH_PARTS if parts else ON_DOSSIER)
    sys.path.insert(0, str(folder))
    return load(package)


def write(folder: Path, copies: int, standings: tuple[Standing, ...]) -> None:
    """Write a package of rule files."""
    random = Random(7)
    for kind in FOLDERS:
        (folder / kind).mkdir(parents=True)
        (folder / kind / "__init__.py").touch()
    (folder / "__init__.py").touch()
    for copy in range(copies):
        for standing in standings:
            rules = _Rules(random, standing, f"{standing.of.lower()}_{copy}")
            for kind, texts in (("calculations", rules.calculations()), ("documents", rules.documents()), ("tasks", rules.tasks())):
                _write_families(folder, kind, rules.name, list(texts))


def _write_families(folder: Path, kind: str, name: str, texts: list[str]) -> None:
    package = folder.name
    for number, first in enumerate(range(0, len(texts), FAMILY)):
        family = texts[first : first + FAMILY]
        read = sorted({worth for text in family for worth in re.findall(r"worth_[a-z]+_\d+_\d+", text)})
        own = {f"worth_{name}_{index}" for index in range(first, first + FAMILY)} if kind == "calculations" else set()
        imports = [f"from {package}.calculations.{_family_of(each)} import {each}" for each in read if each not in own]
        (folder / kind / f"{name}_{number}.py").write_text("\n".join((HEADER, *imports, "", *family)), encoding="utf-8")


def _family_of(worth: str) -> str:
    _, of, copy, index = worth.split("_")
    return f"{of}_{copy}_{int(index) // FAMILY}"


class _Rules:
    """The texts of one copy of the workload on one type."""

    def __init__(self, random: Random, standing: Standing, name: str) -> None:
        self.random = random
        self.standing = standing
        self.name = name
        self.copy = name.rpartition("_")[2]
        self.numbers = dict(standing.facts)[standing.of]

    def calculations(self) -> Iterator[str]:
        """Yield calculations, each of which reads the one before it."""
        for index in range(self.standing.calculations):
            worth = f"worth_{self.name}_{index}"
            if index == 0 and self.standing.of == "Family":
                last = f"worth_member_{self.copy}_{WITH_PARTS[0].calculations - 1}"
                yield f"\n{worth} = derived(total(Family.members, {last}), of=Family, title=TITLE, source=SOURCE)\n"
                continue
            read = f"worth_{self.name}_{index - 1}" if index else "amount_0"
            amount, number, flag = (f"{kind}_{self.random.randrange(1, self.numbers[kind])}" for kind in ("amount", "number", "flag"))
            inputs = {read: "Decimal", amount: "Decimal"}
            bodies = [
                f"{amount} + {read} / 3 if {read} < {amount} else {read} - {amount} / 2",
                f"({read} + {amount} * 2) / 3 if {read} > 100 else {amount}",
            ]
            if self.random.random() < 0.6:
                inputs |= {number: "int", flag: "bool"}
                bodies = [f"{read} / 2 + {amount} * {number} / 12 if {flag} else {read}"]
            parameters = ", ".join(f"{name}: {kind}" for name, kind in inputs.items())
            decorated = f"\n@calculation(of={self.standing.of}, title=TITLE, source=SOURCE)\ndef {worth}({parameters}) -> Decimal:"
            yield f"{decorated}\n    return {self.random.choice(bodies)}\n"

    def documents(self) -> Iterator[str]:
        """Yield documents."""
        for index in range(self.standing.documents):
            shape = self.random.choice(["{0}", "{0} & {1}", "{0} & {1}", "{0} | {1}", "{0} & ({1} | {2})", "{0} & {1} & ~{2}"])
            when = shape.format(*(self.leaf() for _ in range(3)))
            yield (
                f"\nasked_{index} = document(of={self.standing.of}, title=TITLE, source=SOURCE, "
                f"requirement=Requirement.TO_REGISTER, when={when})\n"
            )

    def tasks(self) -> Iterator[str]:
        """Yield tasks, three of four with a deadline."""
        for index in range(self.standing.tasks):
            of, display = self.standing.of, " & ".join(self.leaf() for _ in range(self.random.choice([1, 2])))
            done = self.random.randrange(2)
            due = f"{of}.milestone_2" if self.random.random() < 0.5 else f"{of}.day_1 + months({self.random.choice([3, 18])})"
            deadline = f", counts_to={due}, alerts={{Alert.MODERATE: months(4), Alert.CRITICAL: months(2)}}" if index % 4 else ""
            shown = ", shown_from=months(6)" if index % 4 > 1 else ""
            yield (
                f"\ndone_{index} = task(of={of}, title=TITLE, source=SOURCE, display={display}, "
                f"closed=happened({of}.milestone_{done}){deadline}{shown})\n"
            )

    def leaf(self) -> str:
        """Return a test of a fact or a calculation; no test reads what tasks count to or are closed by."""
        of, numbers = self.random.choice(self.standing.facts)
        kind = self.random.choice(["choice", "choice", "choice", "flag", "flag", "number", "amount", "day", "worth"])
        if kind == "worth" and self.standing.of == "Family" and self.random.random() < 0.5:
            return f"any_of(Family.members, Member.flag_{self.random.randrange(5)})"
        read = f"{of}.{kind}_{self.random.randrange(numbers.get(kind, 1))}"
        return {
            "choice": f"({read} == Colour.{self.random.choice(['RED', 'GREEN', 'BLUE', 'WHITE', 'BLACK'])})",
            "flag": read if self.random.random() < 0.5 else f"~{read}",
            "number": f"({read} >= {self.random.randint(1, 8)})",
            "amount": f"({read} < Decimal({self.random.randint(500, 2500)}))",
            "day": f"reached({read} + years({self.random.randint(0, 2)}))",
            "worth": f"(worth_{of.lower()}_{self.copy}_{self._calculation_on(of)} > Decimal({self.random.randint(0, 9999)}))",
        }[kind]

    def _calculation_on(self, of: str) -> int:
        return self.random.randrange(next(each.calculations for each in (*ON_DOSSIER, *WITH_PARTS) if each.of == of))
