"""``attendu rules``: the catalogue of rules, one rule with all it says, and what reads what."""

from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import msgspec
from cyclopts import App
from rich.text import Text
from rich.tree import Tree

from api.commands.catalogue import Graph, RuleCatalogue, counted, is_rule, list_of
from api.commands.graph_picture import draw
from api.commands.input_sheet import InputSheet
from api.commands.lines import write
from api.commands.options import Flag, LanguageOption, language_of, output, write_json, write_json_lines
from api.commands.rule_sheet import RuleSheet
from domain.calendar import PARIS
from domain.text import Language
from rules.engine.index import PlanIndex
from rules.engine.language.citations import cited
from rules.engine.plan import Unit
from rules.engine.rule import Confidence
from rules.review.cases import FOLDER
from rules.review.stated import statements

Kind = Literal["document", "calculation", "task", "condition"]
DocumentList = Literal["to-register", "to-process", "unverified", "on-request", "never"]

app = App(name="rules", help="The rules: list them, read one, see what reads what.")
app.command("api.commands.coverage:coverage", name="coverage")
app.command("api.commands.check:check", name="check")
app.command("api.commands.site.command:site", name="site")


@app.command(name="list")
def list_rules(
    *, kind: Kind | None = None, documents: DocumentList | None = None, language: LanguageOption = None, json: Flag = False
) -> None:
    """
    List every rule by id, with its title, and count them.

    attendu rules list --kind task

    attendu rules list --documents to-register

    Args:
        kind: Only rules of this kind; shared conditions are listed only when asked for.
        documents: Only documents of this list: asked for to register or to process, not asked for before the rule is verified,
            on request, never.
        language: Language of titles; by default that of the system.
        json: One object a rule: id, kind, title, source, confidence, version and more.
    """
    spoken = language_of(language)
    chosen = [(unit, index) for unit, index in RuleCatalogue().units() if (is_rule(unit) if kind is None else unit.kind.value == kind)]
    if documents is not None:
        name = documents.replace("-", "_").upper()
        chosen = [(unit, index) for unit, index in chosen if unit.document is not None and list_of(unit) == name]
    if json:
        write_json_lines([_brief(unit, index, spoken) for unit, index in sorted(chosen, key=lambda each: each[0].id)])
        return
    longest = max((len(unit.id) for unit, _ in chosen), default=0)  # nothing is cut, whatever the width: ids are there to be copied
    output().print(Text(f"{'id':{longest}}  {'intitulé' if spoken == 'fr' else 'title'}", "bold"), soft_wrap=True)
    for unit, _ in sorted(chosen, key=lambda each: each[0].id):
        sure = Confidence[unit.confidence]
        doubt = "" if sure is Confidence.SOURCED else f" ({sure.label.in_language(spoken)})"
        output().print(Text(f"{unit.id:{longest}}  {unit.title.in_language(spoken)}{doubt}"), soft_wrap=True)
    counts = ", ".join(f"{count} {kind.in_language(spoken)}" for kind, count in counted(unit for unit, _ in chosen))
    output().print(f"\n{counts}", soft_wrap=True)


@app.command
def show(rule: str, /, *, cases: Path = FOLDER, language: LanguageOption = None, json: Flag = False) -> None:
    """
    Read one rule: what it asks for and when, what it reads, on which text it rests, what depends on it, and its cases.

    A dated figure is read with all that it was, in which text, and what reads it; a fact with its possible answers and what reads it.

    attendu rules show documents.identity.identity_card

    attendu rules show plus_ceilings

    Args:
        rule: Its id, as `attendu rules list` names it, or that of a figure or fact, as rules that read it name it.
        cases: The folder of the cases; where there is none, nothing is said of any.
        language: Language to read it in; by default that of the system.
        json: Answer in JSON, for programs: the rule as it stands in the plan, what reads it, and what cases state of it.
    """
    spoken = language_of(language)
    catalogue = RuleCatalogue()
    if (known := catalogue.input(rule)) is not None:
        of_input = InputSheet(known, catalogue, spoken)
        write_json(of_input.plain()) if json else write(output(), of_input.lines())
        return
    unit, index = catalogue.unit(rule)
    found, stated = catalogue.graph(rule), statements(cases, rule).get(rule, [])
    if json:
        whole: dict[str, Any] = msgspec.to_builtins(unit)
        about = {"reads": found.reads[rule], "read_by": found.read_by().get(rule, ()), "cases": [each.plain() for each in stated]}
        write_json(whole | _brief(unit, index, spoken) | about)
    else:
        sheet = RuleSheet(unit, index, found, spoken, datetime.now(PARIS).date())
        write(output(), (*sheet.lines(), *(sheet.cases(stated) if cases.is_dir() else ())))


@app.command
def graph(rule: str | None = None, /, *, svg: Path | None = None, language: LanguageOption = None, json: Flag = False) -> None:
    """
    See what reads what: of one rule as a tree, of all rules as a list, of either as a picture.

    attendu rules graph calculations.income_ceilings.eligible_products

    attendu rules graph --svg rules.svg

    Args:
        rule: The id of a rule; by default all rules.
        svg: Write a picture to this file instead.
        language: Language of titles; by default that of the system.
        json: Answer in JSON, for programs: nodes, and what each reads.
    """
    spoken = language_of(language)
    found = RuleCatalogue().graph(rule)
    if svg is not None:
        svg.write_text(draw(found, spoken), encoding="utf-8")
    elif json:
        nodes = [{"id": each.id, "kind": each.kind, "title": each.title.in_language(spoken)} for each in found.nodes.values()]
        write_json({"nodes": nodes, "reads": found.reads})
    elif rule is None:
        for name in sorted(found.reads):
            output().print(f"{name} ← {', '.join(found.reads[name]) or '–'}", soft_wrap=True)
    else:
        output().print(_tree(found, rule, spoken))


def _brief(unit: Unit, index: PlanIndex, language: Language) -> dict[str, Any]:
    return {
        "id": unit.id,
        "kind": unit.kind.value,
        "title": unit.title.in_language(language),
        "source": (" ; " if language == "fr" else "; ").join(cited(index.plan.sources[each], language) for each in unit.sources),
        "confidence": unit.confidence,
        "version": unit.version,
        "subject": unit.type,
        "rule_set": index.plan.name,
        "unit": unit.unit,
        "since": unit.since,
        "until": unit.until,
        "place": unit.place,
    }


def _tree(found: Graph, rule: str, language: Language) -> Tree:
    shown: set[str] = set()

    def grow(tree: Tree, name: str) -> None:
        for each in found.reads.get(name, ()):
            again = each in shown and bool(found.reads.get(each))
            branch = tree.add(_label(found, each, language) + (" …" if again else ""))
            if not again:
                shown.add(each)
                grow(branch, each)

    top = Tree(_label(found, rule, language))
    grow(top, rule)
    return top


def _label(found: Graph, name: str, language: Language) -> str:
    return f"{found.nodes[name].title.in_language(language)}  [dim]\\[{name}][/dim]"
