"""What the schema calls a kind of subject, in names and in descriptions."""

from dataclasses import dataclass
from typing import Self

from domain.subjects import Subject


@dataclass(frozen=True, slots=True)
class Words:
    """
    The names of one kind of subject.

    Args:
        name: of its type, such as ``HousingRequest``.
        many: of its list, in Python's form: ``housing_requests``.
        en: in a sentence: ``housing request``.
        one: with its article: ``a housing request``.
        fr: in a sentence, in French.
    """

    name: str
    many: str
    en: str
    one: str
    fr: str

    @classmethod
    def of(cls, kind: type[Subject]) -> Self:
        """
        Return the names of *kind*.

        >>> from domain.tenancies import Tenancy
        >>> Words.of(Tenancy)
        Words(name='Tenancy', many='tenancies', en='tenancy', one='a tenancy', fr='location')
        """
        en = kind.title.en.lower()
        return cls(
            name=kind.__name__,
            many=many(kind.type_name),
            en=en,
            one=f"{'an' if en[0] in 'aeiou' else 'a'} {en}",
            fr=kind.title.fr.lower(),
        )


def many(word: str) -> str:
    """
    Return the plural of an English noun.

    >>> [many(each) for each in ("household", "tenancy")]
    ['households', 'tenancies']
    """
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
