"""What an English answer cites: the French name of a text, and nothing else in French."""

import re

import pytest

from domain.text import Text, text
from rules.engine.language.citations import cited
from rules.engine.plan import SourcePlan
from rules.library import load_rule_sets

TITLE = text(fr="un titre", en="a title")
FRENCH = re.compile(
    r"\b(autres|pris|et suivants|et|ou|à|lue?|non|remplacée?|ancien|devenus?|voir|retrouvé)(?= (?:[LRDA]?\*?\d|[IVX]+\b)|\b[);]|$)"
)
CITED = {
    "CCH, art. D331-1 et suivants": "CCH, art. D331-1 et seq.",
    "CCH, art. R441-2-2 à R441-2-4": "CCH, art. R441-2-2 to R441-2-4",
    "CCH, art. L442-6 II et L353-15 III": "CCH, art. L442-6 II and L353-15 III",
    "CCH, art. L353-7, et annexes aux art. R353-1 (HLM) ou R353-90": "CCH, art. L353-7, and annexes to art. R353-1 (HLM) or R353-90",
    "Arrêté du 29 juillet 1987, annexes I et II": "Arrêté du 29 juillet 1987, annexes I and II",
    "CCH, ancien art. R111-4-2 ; arrêté du 27 novembre 2012": "CCH, former art. R111-4-2; arrêté du 27 novembre 2012",
    "CCH, annexe à l’art. R353-1 (HLM) ou R353-90 (autres bailleurs)": "CCH, annexe à l’art. R353-1 (HLM) or R353-90 (other landlords)",
    "service-public.fr, fiche F10007, version antérieure": "service-public.fr, page F10007, earlier version",
    "Actu-Juridique, 7 mai 2021, sur l’arrêté du 22 décembre 2020": "Actu-Juridique, 7 mai 2021, on the arrêté du 22 décembre 2020",
    "Arrêté du 5 mai 2017, art. 5, pris pour le CCH, art. D331-16": "Arrêté du 5 mai 2017, art. 5, made for CCH, art. D331-16",
    "Arrêtés du 26 juin 2013 et du 16 juillet 2019": "Arrêtés du 26 juin 2013 et du 16 juillet 2019",
}


@pytest.mark.parametrize(("french", "english"), CITED.items())
def test_the_words_between_articles_are_english_and_the_name_of_the_text_stays_french(french: str, english: str) -> None:
    source = SourcePlan(french, TITLE)
    assert (cited(source, "fr"), cited(source, "en")) == (french, english)


def test_a_caveat_stands_beside_its_citation_in_the_language_of_the_answer() -> None:
    source = SourcePlan("Arrêté du 22 décembre 2020, annexe", TITLE, caveat=text(fr="non lue", en="not read"))
    assert cited(source, "fr") == "Arrêté du 22 décembre 2020, annexe (non lue)"
    assert cited(source, "en") == "Arrêté du 22 décembre 2020, annexe (not read)"


def test_what_is_no_text_is_cited_by_its_title() -> None:
    practice = SourcePlan("Usage", Text("Usage", "Practice"))
    assert (cited(practice, "fr"), cited(practice, "en")) == ("Usage", "Practice")


def test_no_citation_of_the_rules_leaves_its_french_words_in_english() -> None:
    sources = {name: each for rule_set in load_rule_sets().values() for name, each in rule_set.plan.sources.items()}
    assert [said for said in (cited(each, "en") for each in sources.values()) if FRENCH.search(said)] == []
    assert all(cited(each, "fr") == name for name, each in sources.items())
