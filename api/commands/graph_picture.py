"""What reads what, as a picture: layers from facts on the left to rules on the right, in plain SVG without a library."""

from html import escape

from api.commands.catalogue import Graph
from domain.text import Language

WIDTH, HEIGHT, ACROSS, DOWN, MARGIN = 250, 30, 90, 10, 20
LONGEST = 38
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
    "text{font:11px system-ui,sans-serif;fill:#222}rect{stroke:#8894a6;stroke-width:.7}"
    "path{fill:none;stroke:#8894a6;stroke-width:.8;opacity:.55}"
)


def draw(graph: Graph, language: Language) -> str:
    """Return *graph* as SVG: each column reads only what stands left of it."""
    columns = _columns(graph)
    _untangle(columns, graph)
    places = {
        name: (MARGIN + column * (WIDTH + ACROSS), MARGIN + row * (HEIGHT + DOWN))
        for column, names in enumerate(columns)
        for row, name in enumerate(names)
    }
    width = 2 * MARGIN + len(columns) * (WIDTH + ACROSS) - ACROSS
    height = 2 * MARGIN + max((len(names) for names in columns), default=0) * (HEIGHT + DOWN)
    edges = [_edge(places[each], places[name]) for name, below in graph.reads.items() for each in below]
    boxes = [_box(*places[name], node.title.in_language(language), name, node.kind) for name, node in graph.nodes.items()]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    return "\n".join([head, f"<style>{STYLE}</style>", *edges, *boxes, "</svg>\n"])


def _columns(graph: Graph) -> list[list[str]]:
    """Put each node one column right of the last thing it reads."""
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


def _edge(start: tuple[int, int], end: tuple[int, int]) -> str:
    (x1, y1), (x2, y2) = (start[0] + WIDTH, start[1] + HEIGHT // 2), (end[0], end[1] + HEIGHT // 2)
    half = (x1 + x2) // 2
    return f'<path d="M{x1} {y1}C{half} {y1} {half} {y2} {x2} {y2}"/>'


def _box(x: int, y: int, title: str, name: str, kind: str) -> str:
    shown = title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}…"
    return (
        f"<g><title>{escape(title)} ({escape(name)})</title>"
        f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="4" fill="{COLOURS[kind]}"/>'
        f'<text x="{x + 8}" y="{y + 19}">{escape(shown)}</text></g>'
    )
