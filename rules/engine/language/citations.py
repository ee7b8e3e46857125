"""A legal text as it is cited in either language: its name stays French, the words between the articles and the caveat do not."""

import re

from domain.text import Language
from rules.engine.plan import SourcePlan

ARTICLE = r"(?=(?:[LRDA]\.?\*?)?\d|[IVX]+\b)"
ENGLISH = {
    re.compile(r" et suivants\b"): " et seq.",
    re.compile(r"\bancien art\."): "former art.",
    re.compile(r" et annexes aux art\."): " and annexes to art.",
    re.compile(r"\bdeuxième alinéa\b"): "second paragraph",
    re.compile(rf"(?<=[\dA-Z]) et {ARTICLE}"): " and ",
    re.compile(rf"(?<=\d) à {ARTICLE}"): " to ",
    re.compile(rf" ou {ARTICLE}"): " or ",
    re.compile(r"\(autres bailleurs\)"): "(other landlords)",
    re.compile(r", pris pour le "): ", made for ",
    re.compile(r", sur l’(?=arrêté)"): ", on the ",
    re.compile(r"\bfiche (?=F\d)"): "page ",
    re.compile(r", version antérieure"): ", earlier version",
    re.compile(r" ; "): "; ",
}


def cited(source: SourcePlan, language: Language) -> str:
    """
    Return *source* as an answer cites it: "CCH, art. D331-1 et suivants (article des acomptes non retrouvé)".

    What is no text, but the practice of the profession, is said by its title.
    """
    if source.title.fr == source.reference:
        return source.title.in_language(language)
    reference = source.reference
    if language == "en":
        for words, said in ENGLISH.items():
            reference = words.sub(said, reference)
    return reference if source.caveat is None else f"{reference} ({source.caveat.in_language(language)})"
