"""What reads what, as a picture: layers from facts on the left to rules on the right, in plain SVG without a library."""

from collections.abc import Callable, Collection
from html import escape
from textwrap import wrap

from api.commands.catalogue import Graph, Named
from domain.text import Language

WIDTH, HEIGHT, ACROSS, DOWN, MARGIN = 230, 40, 80, 10, 20
LETTERS = 36
"""How many letters stand on a line of a box; it has two lines."""
SWEEPS = 6
COLOURS = {
    "fact": "#e8eef7",
    "figure": "#f3ecd9",
    "condition": "#eee8f4",
    "calculation": "#e3f1e6",
    "document": "#fbe3dc",
    "task": "#fdf0c4",
}
STYLE = (
    ".graph text{font:11px system-ui,sans-serif;fill:#222}.graph rect{stroke:#8894a6;stroke-width:.7}"
    ".graph path{fill:none;stroke:#8894a6;stroke-width:.8;opacity:.55}"
    ".graph .marked{stroke:#b3261e;stroke-width:2;opacity:1}"
)
Link = Callable[[str], str | None]


def draw(graph: Graph, language: Language, *, link: Link | None = None, marked: Collection[str] = ()) -> str:
    """
    Return *graph* as SVG: each column reads only what stands left of it.

    Args:
        graph: what reads what.
        language: of titles.
        link: where a click on a node leads, by its id.
        marked: the ids of nodes to be set off, with the lines between them.
    """
    columns = _columns(graph)
    _untangle(columns, graph)
    places = {
        name: (MARGIN + column * (WIDTH + ACROSS), MARGIN + row * (HEIGHT + DOWN))
        for column, names in enumerate(columns)
        for row, name in enumerate(names)
    }
    width = 2 * MARGIN + len(columns) * (WIDTH + ACROSS) - ACROSS
    height = 2 * MARGIN + max((len(names) for names in columns), default=0) * (HEIGHT + DOWN)
    pairs = [(each, name) for name, below in graph.reads.items() for each in below]
    edges = [_edge(places[each], places[name], marked=each in marked and name in marked) for each, name in pairs]
    boxes = [_box(*places[name], node, language, marked=name in marked) for name, node in graph.nodes.items()]
    if link is not None:
        boxes = [_linked(box, link(name)) for name, box in zip(graph.nodes, boxes, strict=True)]
    head = f'<svg class="graph" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    return "\n".join([head, f"<style>{STYLE}</style>", *edges, *boxes, "</svg>\n"])


def _columns(graph: Graph) -> list[list[str]]:
    """Put each node one column right of the last thing it reads, and what reads nothing beside what reads it first."""
    depths: dict[str, int] = {}
    waiting = list(graph.nodes)
    while waiting:
        name = waiting[-1]
        below = [each for each in graph.reads.get(name, ()) if each not in depths]
        if below:
            waiting += below
        else:
            depths[name] = 1 + max((depths[each] for each in graph.reads.get(name, ())), default=-1)
            waiting.pop()
    for name, above in graph.read_by().items():
        if not graph.reads.get(name):
            depths[name] = min(depths[each] for each in above) - 1
    columns: list[list[str]] = [[] for _ in range(max(depths.values(), default=-1) + 1)]
    for name in sorted(depths):
        columns[depths[name]].append(name)
    return columns


def _untangle(columns: list[list[str]], graph: Graph) -> None:
    """Order each column by where its neighbours stand, to and fro, so that fewer lines cross."""
    read_by = graph.read_by()
    for sweep in range(SWEEPS):
        neighbours = graph.reads if sweep % 2 == 0 else read_by
        rows = {name: row for names in columns for row, name in enumerate(names)}
        for names in columns:
            heights = {name: _middle([rows[each] for each in neighbours.get(name, ())], rows[name]) for name in names}
            names.sort(key=lambda name: (heights[name], name))


def _middle(rows: list[int], otherwise: int) -> float:
    return sum(rows) / len(rows) if rows else otherwise


def _edge(start: tuple[int, int], end: tuple[int, int], *, marked: bool) -> str:
    (x1, y1), (x2, y2) = (start[0] + WIDTH, start[1] + HEIGHT // 2), (end[0], end[1] + HEIGHT // 2)
    half = (x1 + x2) // 2
    kind = ' class="marked"' if marked else ""
    return f'<path{kind} d="M{x1} {y1}C{half} {y1} {half} {y2} {x2} {y2}"/>'


def _box(x: int, y: int, node: Named, language: Language, *, marked: bool) -> str:
    title = node.title.in_language(language)
    lines = wrap(title, LETTERS, max_lines=2, placeholder="…")
    middle = y + HEIGHT // 2 + 4
    said = "".join(
        f'<text x="{x + 8}" y="{middle + 14 * place - 7 * (len(lines) - 1)}">{escape(each)}</text>' for place, each in enumerate(lines)
    )
    kind = ' class="marked"' if marked else ""
    return (
        f"<g><title>{escape(title)} ({escape(node.id)})</title>"
        f'<rect{kind} x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="4" fill="{COLOURS[node.kind]}"/>{said}</g>'
    )


def _linked(box: str, address: str | None) -> str:
    return box if address is None else f'<a href="{escape(address)}">{box}</a>'
