"""Words in French and English: the two languages in which Attendu answers."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from domain.errors import DeclarationError

Language = Literal["fr", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One meaning, said in French and in English."""

    fr: str
    en: str

    def in_language(self, language: Language) -> str:
        """Return the words in *language*."""
        return self.fr if language == "fr" else self.en


def text(*, fr: str, en: str) -> Text:
    """
    Say one thing in both languages.

    Raises:
        DeclarationError: one of them says nothing.
    """
    if not (fr.strip() and en.strip()):
        raise DeclarationError(f"a text is to be said in both languages; found fr={fr!r} and en={en!r}")
    return Text(fr, en)


class Choice(Enum):
    """
    An enumeration whose members carry their label: ``FRENCH = text(fr="Française", en="French")``.

    The member's name is its code in files, records and the API; the label is what people read.
    """

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if untold := [name for name, each in cls.__members__.items() if not isinstance(each.value, Text)]:
            raise DeclarationError(f"{cls.__name__}: {', '.join(untold)} has no words in both languages; give it a text(fr=…, en=…)")
        same = [f"{name} and {each.name}" for name, each in cls.__members__.items() if name != each.name]
        if same:
            raise DeclarationError(f"{cls.__name__}: {', '.join(same)} have the same words, and would be one choice; tell them apart")

    @property
    def label(self) -> Text:
        """The words for this choice."""
        label: Text = self.value
        return label
