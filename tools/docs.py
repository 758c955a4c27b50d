"""Write down what the code knows about itself: states of workflows, glossary rows of new models, JSON Schemas.

`bin/fix` runs this; tests/test_docs.py refuses documents that differ.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import django
from django.apps import apps

from diaban.kit.diagrams import state_diagram
from diaban.ranking.rules.schemas import schemas
from tools.env import ROOT

STATES = ROOT / "docs" / "states"
GLOSSARY = ROOT / "docs" / "glossary.md"
SCHEMAS = ROOT / "diaban" / "ranking" / "data"
OTHER_WORDS = "\n## Words that are not models"

Table = Mapping[Any, frozenset[Any]]


def state_pages() -> dict[Path, str]:
    """A page for each transition table (`NEXT`, `…_NEXT`) in a room's rules."""
    pages = {}
    for room, table in _tables():
        kind = type(next(iter(table)))
        words = "".join(f"\n| `{state.name}` | {state.label} |" for state in table)
        page = f"# {kind.__name__}\n\nRoom `{room}`. Drawn from the transition table by `bin/fix`.\n"
        page += f"\n{state_diagram(table)}\n\n| State | Tiếng Việt |\n| --- | --- |{words}\n"
        pages[STATES / f"{room}-{kind.__name__.lower()}.md"] = page
    return pages


def schema_files() -> dict[Path, str]:
    """The JSON Schemas that ship with the product, each for its file."""
    made = {SCHEMAS / f"{name}.schema.json": schema for name, schema in schemas().items()}
    return {path: json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for path, schema in made.items()}


def missing_terms() -> list[tuple[str, str]]:
    """(Vietnamese name, class) of models that the glossary does not have yet."""
    text = GLOSSARY.read_text()
    ours = [model for model in apps.get_models() if model.__module__.startswith("diaban.")]
    terms = sorted((str(model._meta.verbose_name), model.__name__) for model in ours)
    return [(term, name) for term, name in terms if f"| {term} | `{name}`" not in text]


def _tables() -> Iterator[tuple[str, Table]]:
    for path in sorted(ROOT.glob("diaban/*/rules.py")) + sorted(ROOT.glob("diaban/*/rules/*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        module = importlib.import_module(name)
        for attribute, value in vars(module).items():
            if attribute.endswith("NEXT") and type(next(iter(value))).__module__ == name:
                yield name.split(".")[1], value


def main() -> None:
    django.setup()
    STATES.mkdir(parents=True, exist_ok=True)
    pages = state_pages()
    for path in STATES.glob("*.md"):
        if path not in pages:
            path.unlink()
    for path, text in pages.items():
        path.write_text(text)
    for path, text in schema_files().items():
        path.write_text(text)
    rows = "".join(f"| {term} | `{name}` | P |\n" for term, name in missing_terms())
    models, others = GLOSSARY.read_text().split(OTHER_WORDS)
    GLOSSARY.write_text(models + rows + OTHER_WORDS + others)


if __name__ == "__main__":
    main()
