"""The catalogue as pages: whole, in step with the rules, and opened by a real browser without a server or a network."""

import json
import os
import re
import shutil
import subprocess
from datetime import date
from html import unescape
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest

from api.cli import DONE, run
from api.commands.site.law import Law
from api.commands.site.writing import entries_of, folded, stale_pages, write_site
from domain.text import Language
from rules.engine.language.citations import cited
from rules.engine.rule import Confidence
from rules.library import load_rule_sets
from rules.review.cases import load_cases
from tests.rules.review.new_year import TEXT

TODAY = date(2026, 3, 2)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PLUS = "calculations.income_ceilings.plus_ceiling"


@pytest.fixture(scope="module")
def law() -> Law:
    return Law(load_rule_sets(), tuple(load_cases()))


@pytest.fixture(scope="module")
def site(law: Law, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("catalogue")
    write_site(law, folder, TODAY)
    return folder


def said(site: Path, address: str) -> str:
    return unescape((site / address).read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_rule_has_a_page_with_what_it_says_of_itself(law: Law, site: Path, language: Language) -> None:
    for unit, index in law.units:
        page = said(site, f"{language}/rules/{unit.id}.html")
        told = [
            unit.title.fr,
            unit.title.en,
            unit.id,
            unit.version,
            *(cited(index.plan.sources[each], language) for each in unit.sources),
            *(index.plan.sources[each].address or "" for each in unit.sources),
        ]
        assert [each for each in told if each not in page] == [], unit.id


def test_a_rule_that_is_not_sourced_says_so_plainly(law: Law, site: Path) -> None:
    for unit, _ in law.units:
        page = said(site, f"fr/rules/{unit.id}.html")
        label = Confidence[unit.confidence].label.fr
        assert ('class="doubt"' in page) is (unit.confidence != "SOURCED"), unit.id
        assert label in page, unit.id


def test_a_page_shows_the_cases_of_its_rule_with_what_they_state(site: Path) -> None:
    page = said(site, f"fr/rules/{PLUS}.html")
    assert "one person in other regions, in 2026" in page
    assert re.search(r"23\s403\s€ par an", page)


def test_what_reads_a_figure_and_what_it_was_stand_on_its_page(site: Path) -> None:
    page = said(site, "en/figures/plus_ceilings.html")
    assert f"../rules/{PLUS}.html" in page
    assert "1 January 2025" in page
    assert "1 January 2026" in page
    assert "Arrêté du 19 décembre 2025" in page


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "date d’effet non trouvée : à vérifier"), ("en", "day of effect not found: to be verified")]
)
def test_the_page_of_a_figure_says_that_its_day_of_effect_was_not_found(site: Path, language: str, words: str) -> None:
    page = said(site, f"{language}/figures/annex_area_share.html")
    assert f"<h2>{words}</h2>" in page
    assert "2002" not in page, "the day that stands for it"


def test_the_page_of_a_figure_says_after_which_day_no_newer_value_was_found(site: Path) -> None:
    page = said(site, "en/figures/apl_resource_allowances.html")
    assert page.count("after 31 December 2025, no newer value found: to be verified") == 1


def test_the_tables_of_figures_have_no_codes_for_keys(site: Path) -> None:
    for path in (site / "fr" / "figures").glob("*.html"):
        keys = re.findall(r"<th>([^<]+)</th>", path.read_text(encoding="utf-8"))
        assert [each for each in keys if re.fullmatch(r"[A-Z0-9_]{2,}|[a-z]+_[a-z_]+", each) and each not in {"PLS", "PLUS", "H3"}] == [], (
            path.name
        )


def test_every_link_between_pages_leads_somewhere_and_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    anchors = {path: set(re.findall(r'id="([^"]+)"', text)) for path, text in pages.items() if path.name == "facts.html"}
    for path, text in pages.items():
        for target in set(re.findall(r'(?:href|src)="([^"]+)"', text)):
            parts = urlsplit(unescape(target))
            if parts.scheme or not parts.path:
                continue
            to = (path.parent / unquote(parts.path)).resolve()
            assert to.exists(), f"{path}: {target}"
            assert not parts.fragment or parts.fragment in anchors.get(to, {parts.fragment}), f"{path}: {target}"
        assert not re.search(r'<(?:script|img|iframe)[^>]+src="(?:https?:)?//|<link[^>]+href="(?:https?:)?//', text), path


def test_a_page_that_no_longer_matches_the_rules_is_found_and_so_is_one_missing_or_left_over(law: Law, site: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(site, tmp_path / "catalogue"))
    assert stale_pages(law, folder, TODAY) == []
    page = folder / f"fr/rules/{PLUS}.html"
    page.write_text(page.read_text(encoding="utf-8").replace("23\u202f403", "23\u202f404", 1), encoding="utf-8")
    (folder / "en/facts.html").rename(folder / "en/rules/gone.html")
    assert stale_pages(law, folder, TODAY) == ["en/facts.html", "en/rules/gone.html", f"fr/rules/{PLUS}.html"]


def test_chains_of_nine_links_and_more_are_shown_link_by_link_and_the_longest_is_set_off_in_the_picture(law: Law, site: Path) -> None:
    page = said(site, "en/graph.html")
    assert [len(each) >= 9 for each in law.chains].count(True) == len(law.chains) > 1
    for chain in law.chains:
        assert all(below in law.graph.reads[above] for below, above in pairwise(chain))
        assert f"{law.title(chain[-1]).en}: a chain of {len(chain)} links" in page
    assert any(chain[-1] == "calculations.rent_supplement.sls_monthly" for chain in law.chains)
    assert page.count('<path class="marked"') >= len(law.longest_chain) - 1


def test_the_front_counts_every_rule_by_kind_and_groups_an_applicant_s_documents_by_list(site: Path) -> None:
    page = said(site, "fr/index.html")
    counted = re.findall(r"<h2 id=\"(\w+)\">[^·]+· (\d+)</h2>", page)
    assert {name: int(number) for name, number in counted} | {"applicant": 96, "operation": 175} == {
        name: int(number) for name, number in counted
    }
    lists = [
        "Pièces pour enregistrer la demande",
        "Pièces qui peuvent être demandées",
        "Pièces à ne pas demander : hors de la liste, ou inutiles à ce dossier",
    ]
    assert [each for each in lists if f"<b>{each}</b>" not in page] == []


def test_the_search_knows_every_rule_figure_and_fact_by_plain_small_letters(law: Law) -> None:
    entries = {each["address"]: each for each in entries_of(law, "fr")}
    assert {f"rules/{unit.id}.html" for unit, _ in law.units} <= set(entries)
    assert "grossesse" in entries["rules/documents.children.pregnancy_certificate.html"]["words"].split()
    assert all(re.fullmatch(r"[a-z0-9 ]+", each["words"]) for each in entries.values())
    assert folded("Pièces, Œuvre") == ["pieces", "oeuvre"]


def in_the_browser(address: str) -> str:
    assert CHROMIUM is not None
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--virtual-time-budget=4000",
    ]
    done = subprocess.run([CHROMIUM, *options, "--dump-dom", address], capture_output=True, text=True, check=True, timeout=120)
    return unescape(done.stdout)


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None and "ATTENDU_BROWSER" not in os.environ, reason="there is no Chromium here; see `make test-frontend`")
@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("piece d'identité", "documents.identity.identity_of_other_adult"),
        ("surloyer", "calculations.rent_supplement.sls_monthly"),
        ("apurem", "apurement"),
        ("Œ", None),
        ("pelleteuse", "Rien ne porte ces mots."),
    ],
)
def test_a_browser_finds_a_rule_by_its_french_words_without_a_server(site: Path, words: str, rule: str | None) -> None:
    page = in_the_browser(f"{(site / 'fr' / 'index.html').as_uri()}?q={quote(words)}")
    (found,) = re.findall(r'<ul id="found">(.*?)</ul>', page, flags=re.DOTALL)
    assert (rule or "") in found
    assert rule is None or "<li" in found


def test_the_command_writes_the_site_and_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "new_year.yaml").write_text(TEXT, encoding="utf-8")
    assert run(["rules", "site", str(tmp_path / "site"), "--cases", str(tmp_path / "cases")]) == DONE
    assert "site/index.html" in capsys.readouterr().out
    entries = (tmp_path / "site" / "fr" / "entries.js").read_text(encoding="utf-8")
    assert len(json.loads(entries.removeprefix("window.ENTRIES = ").removesuffix(";\n"))) > 500
