"""The history of a subject's facts: each revision with what it changed, by whom and why; the latest first."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple, Self

import strawberry

from api.permissions import INHERITED, Permission
from api.schema.decisions import masking
from api.schema.decisions.masking import Hidden
from api.schema.declare import MASKED, answer, object_type
from api.schema.errors import BadCursor
from api.schema.facts.overrides import ValuePassedOver
from api.schema.facts.questions import PART
from api.schema.ids import IdKind, id_of
from api.schema.node import Node
from api.schema.pagination import Edge, PageInfo, Window, cursor_of, key_of
from api.schema.revisions.reasons import values
from api.schema.scalars import Json
from domain.facts import UNKNOWN
from domain.store.reach import Reach
from domain.store.revisions import Revision, SubjectStore
from rules.engine.language.sentences import Phrasebook
from rules.engine.terms import FactTerm


class Saying(NamedTuple):
    """How facts are said: in one language, those hidden from the caller masked; *labelled*: labels may be told."""

    phrasebook: Phrasebook
    hidden: Hidden
    labelled: bool


MISSING: Final[Mapping[str, Any]] = {"unknown": True}


@object_type(needs=INHERITED)
class FactChange:
    """A fact that a revision changed (fait modifié)."""

    fact: strawberry.ID = strawberry.field(description="Which fact, by id (fait).")
    label: str = strawberry.field(description="What people call it (libellé).")
    part: str | None = strawberry.field(description=PART)
    masked: bool = strawberry.field(description="Whether the roles of the caller do not allow to read the values (masqué).")
    before: Json | None = strawberry.field(
        description='As it was, in plain form; {"unknown": true} where nobody had said (valeur avant).', metadata=MASKED
    )
    before_text: str = strawberry.field(description="As people read it (valeur avant, en clair).", metadata=MASKED)
    after: Json | None = strawberry.field(
        description='As it is, in plain form; {"unknown": true} where it was taken back (valeur après).', metadata=MASKED
    )
    after_text: str = strawberry.field(description="As people read it (valeur après, en clair).", metadata=MASKED)
    reason: str | None = strawberry.field(description="Why, where that was said (motif).", metadata=MASKED)
    passed_over: ValuePassedOver | None = strawberry.field(
        description="What a registry or a rule said instead (valeur écartée).", metadata=MASKED
    )


@object_type(needs=Permission.FILES)
class FactsRevision(Node):
    """The facts as somebody left them; ask for the subject with knownAt = committedAt for all of them (révision des faits)."""

    stored: strawberry.Private[Revision]
    earlier: strawberry.Private[Revision | None]
    saying: strawberry.Private[Saying]
    number: int = strawberry.field(description="From 1, without a gap (numéro).")
    committed_at: datetime = strawberry.field(description="When it was stored (date de la révision).")
    author: str = strawberry.field(description="Who said so, a pseudonym (auteur).")
    label: str | None = strawberry.field(
        description="What the file was called in lists; null where it had no label, or it is masked (intitulé).", metadata=MASKED
    )

    @answer
    def changes(self) -> list[FactChange]:
        """What it changed, part by part (faits modifiés)."""
        return list(_changes(self.earlier, self.stored, self.saying))

    @classmethod
    def of(cls, stored: Revision, earlier: Revision | None, saying: Saying) -> Self:
        """Project a revision that followed *earlier*."""
        return cls(
            stored=stored,
            earlier=earlier,
            saying=saying,
            id=id_of(IdKind.REVISION, stored.subject_id, stored.number),
            number=stored.number,
            committed_at=stored.committed_at,
            author=stored.author,
            label=stored.label if saying.labelled else None,
        )


@object_type(needs=Permission.FILES)
class FactsRevisionConnection:
    """A page of a history (page d'historique)."""

    edges: list[Edge[FactsRevision]] = strawberry.field(description="The revisions with their cursors (éléments).")
    nodes: list[FactsRevision] = strawberry.field(description="The revisions alone (éléments).")
    page_info: PageInfo = strawberry.field(description="Where the page ends (page).")
    total_count: int = strawberry.field(description="How many there are: as many as the number of the last (nombre total).")


async def history(subjects: SubjectStore, reach: Reach, of: Revision, saying: Saying, window: Window[int]) -> FactsRevisionConnection:
    """Return a page of the revisions up to *of*, the latest first."""
    high, low = _bounds(of.number, window)
    found = {each.number: each for each in await subjects.between(reach, of.subject_id, low - 1, high)}
    nodes = [FactsRevision.of(found[number], found.get(number - 1), saying) for number in range(high, low - 1, -1) if number in found]
    edges = [Edge(cursor=cursor_of(each.number), node=each) for each in nodes]
    page = PageInfo(
        has_next_page=bool(nodes) and low > 1,
        has_previous_page=bool(nodes) and high < of.number,
        start_cursor=edges[0].cursor if edges else None,
        end_cursor=edges[-1].cursor if edges else None,
    )
    return FactsRevisionConnection(edges=edges, nodes=nodes, page_info=page, total_count=of.number)


def _bounds(top: int, window: Window[int]) -> tuple[int, int]:
    """Return the highest and lowest number of a page."""
    high = top if window.after is None else min(top, window.after - 1)
    low = 1 if window.before is None else max(1, window.before + 1)
    if window.from_end:
        return min(high, low + window.size - 1), low
    return high, max(low, high - window.size + 1)


def revision_number(cursor: str) -> int:
    """
    Return the number of the revision that a cursor stands on.

    Raises:
        BadCursor: it stands on none.
    """
    key = key_of(cursor)
    if not isinstance(key, int) or isinstance(key, bool) or not 0 < key < 2**31:
        raise BadCursor
    return key


def _changes(earlier: Revision | None, stored: Revision, saying: Saying) -> Iterator[FactChange]:
    old = {} if earlier is None else dict(values(earlier.document))
    new = dict(values(stored.document))
    for path in sorted({*old, *new}, key=lambda each: each.rpartition("/")[::2]):
        before, after = old.get(path, MISSING), new.get(path, MISSING)
        said = stored.reasons.get(path, {})
        if before != after or said != ({} if earlier is None else earlier.reasons.get(path, {})):
            yield _change(path, before, after, said, saying)


def _change(path: str, before: Any, after: Any, said: Mapping[str, Any], saying: Saying) -> FactChange:
    part, _, fact = path.rpartition("/")
    phrasebook = saying.phrasebook
    term = FactTerm(fact, 0, 0)
    known = phrasebook.index.facts.get(fact)
    if fact in saying.hidden or (known is None and saying.hidden):  # whether one that is no longer there was personal, nobody knows
        return _masked(fact, part, saying)
    shown = [None if known is not None and known.milestone and each == MISSING else each for each in (before, after)]
    texts = [phrasebook.words(UNKNOWN if each == MISSING else each, term) if known else str(each) for each in shown]
    passed = ValuePassedOver.of(said["origin"], said["instead_of"], fact, phrasebook) if "origin" in said else None
    return FactChange(
        fact=strawberry.ID(fact),
        label=fact if known is None else known.title.in_language(phrasebook.language),
        part=part or None,
        masked=False,
        before=Json(shown[0]),
        before_text=texts[0],
        after=Json(shown[1]),
        after_text=texts[1],
        reason=said.get("reason"),
        passed_over=passed,
    )


def _masked(fact: str, part: str, saying: Saying) -> FactChange:
    phrasebook, words = saying.phrasebook, saying.phrasebook.say(masking.MASKED)
    return FactChange(
        fact=strawberry.ID(fact),
        label=phrasebook.index.facts[fact].title.in_language(phrasebook.language) if fact in phrasebook.index.facts else fact,
        part=part or None,
        masked=True,
        before=None,
        before_text=words,
        after=None,
        after_text=words,
        reason=None,
        passed_over=None,
    )
