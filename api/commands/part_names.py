"""
What the readable answer calls a part: a person by the place in the request, a loan by its lender, all else by its kind and its key.

A key often is a name, so it stands in quotation marks: beside the place of every person, that each be found in the file, and beside the
lender of a loan where several have the same.
"""

import re
import unicodedata
from collections import Counter
from datetime import date
from functools import cached_property

from domain.calendar import whole_years
from domain.text import Language, Text, text
from rules.engine.decision import Decision
from rules.engine.language.words import said_number
from rules.engine.run import Node

PLACE = "person.role"
"""The fact that says what a person is in the request."""
BIRTH = "person.born_on"
"""The fact that says when a person was born."""
UNION = "household.marital_status"
"""The fact that says what a spouse is to the applicant."""
SPOUSES: dict[str, Text] = {
    "MARRIED": text(fr="Conjoint", en="Spouse"),
    "CIVIL_PARTNERSHIP": text(fr="Partenaire de PACS", en="Civil partner (PACS)"),
    "COHABITING": text(fr="Concubin", en="Cohabiting partner"),
}
LENDER = "loan.lender"
"""The fact that says whose a loan is; of another lender the key says more."""

WORD = re.compile(r"[^\W\d_]{3}")
YEAR = re.compile(r"(19|20)\d\d")


Place = tuple[str, str]
"""A part by its type and its path: keys are unique in one list only, so that a loan and a building may have the same path."""


class PartNames:
    """Names the parts of one decision in one language."""

    def __init__(self, decision: Decision, language: Language) -> None:
        self.index = decision.index
        self.root = decision.root
        self.language = language
        self.as_of = decision.as_of

    def name(self, of: str, path: str) -> str:
        """Return what people call the part of a type at *path*, the lowest first; the path itself, where there is no such part."""
        return self._names.get((of, path), path.replace("/", ", "))

    def is_within(self, one: Place, other: Place) -> bool:
        """Tell whether a part is *other*, or a part of it."""
        (of, path), (other_of, other_path) = one, other
        above: str | None = of
        while above is not None and above != other_of:
            above = self.index.types[above].above
        return above is not None and (not other_path or f"{path}/".startswith(f"{other_path}/"))

    def persons(self) -> list[str]:
        """Return who the persons are, each by name and age where the day of birth is known; nobody where there is no person."""
        found = []
        for node in self.root.walk():
            known = {fact.id: node.values[position] for position, fact in enumerate(self.index.types[node.type_name].facts)}
            if PLACE in known:
                born, name = known.get(BIRTH), self.name(node.type_name, node.path)
                old = whole_years(born, self.as_of) if isinstance(born, date) and born <= self.as_of else None
                found.append(name if old is None else f"{name} ({self._aged(old)})")
        return found

    def _aged(self, years: int) -> str:
        return text(fr=said_number(str(years), "year", "fr"), en=f"aged {years}").in_language(self.language)

    @cached_property
    def positions(self) -> dict[Place, int]:
        """The place of each part in the order of the file."""
        return {(each.type_name, each.path): place for place, each in enumerate(self.root.walk())}

    @cached_property
    def _names(self) -> dict[Place, str]:
        nodes = [each for each in self.root.walk() if each.path]
        places = Counter(self._place(each) for each in nodes)
        found: dict[Place, str] = {}
        for each in nodes:
            place, key = self._place(each), each.path.rpartition("/")[2]
            alone = places[place] == 1 and not self._is_name(each, key)
            own = self._kind_and_key(each, key) if not place else place if alone else self._with_key(place, key)
            above = None if each.parent is None else found.get((each.parent.type_name, each.parent.path))
            found[each.type_name, each.path] = f"{own} ({above})" if above else own
        return found

    def _is_name(self, node: Node, key: str) -> bool:
        """Tell whether a key says more of a person than a number or the place does."""
        places = next((fact.choices.values() for fact in self.index.types[node.type_name].facts if fact.id == PLACE), None)
        told = {_plain(said) for each in places or () for said in (each.fr, each.en)}
        return places is not None and WORD.search(key) is not None and _plain(key) not in told

    def _place(self, node: Node) -> str:
        """Return a person's place in the request, or a loan and its lender; nothing for other parts, and where nobody said it."""
        of = self.index.types[node.type_name]
        for position, fact in enumerate(of.facts):
            value = getattr(node.values[position], "name", "") if fact.id in {PLACE, LENDER} else ""
            if value in fact.choices and value != "OTHER":
                label = self._spouse if value == "SPOUSE" and fact.id == PLACE else None
                said = (label or fact.choices[value]).in_language(self.language)
                return said if fact.id == PLACE else self._of_lender(said.partition(" (")[0], of.title)
        return ""

    @cached_property
    def _spouse(self) -> Text | None:
        """What a spouse is called by the family situation; ``None`` where that says nothing of one."""
        facts = self.index.types[self.root.type_name].facts
        union = next((self.root.values[place] for place, fact in enumerate(facts) if fact.id == UNION), None)
        return SPOUSES.get(getattr(union, "name", ""))

    def _of_lender(self, lender: str, title: Text) -> str:
        return text(fr=f"{title.fr} {lender}", en=f"{lender} {title.en.lower()}").in_language(self.language)

    def _kind_and_key(self, node: Node, key: str) -> str:
        """
        Return the kind and the key, in quotation marks where it is a word; once where it begins with the kind: "Bâtiment a".

        A key that is a word is somebody's own: the marks say that it is a name, and no word of ours.
        """
        if YEAR.fullmatch(key):
            return text(fr=f"année {key}", en=f"year {key}").in_language(self.language)
        title = self.index.types[node.type_name].title
        kind = title.in_language(self.language)
        for said in (title.fr, title.en):
            if _plain(key).startswith(_plain(said)):
                return f"{kind} {key[len(said) :].strip('-_ ')}".strip()
        return f"{kind} {key}" if not WORD.search(key) else self._with_key(kind, key)

    def _with_key(self, words: str, key: str) -> str:
        return text(fr=f"{words} « {key} »", en=f"{words} “{key}”").in_language(self.language)


def _plain(words: str) -> str:
    return unicodedata.normalize("NFD", words.casefold()).encode("ascii", "ignore").decode()
