"""
The schema as text, kept at the top of the tree so that clients can be built from it and its changes be read.

``python -m api.schema.sdl`` writes it; a test sees that it is the one in force.
"""

from pathlib import Path

from api.schema.schema import build_schema

SDL = Path(__file__).parent.parent.parent / "schema.graphql"


def written() -> str:
    """Return the schema in the schema definition language."""
    return build_schema().as_str() + "\n"


if __name__ == "__main__":
    SDL.write_text(written(), encoding="utf-8")
