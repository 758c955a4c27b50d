"""The documents in docs/ may not drift from the code; `bin/fix` writes what it can."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools import docs

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
ROOMS = sorted(path.parent for path in ROOT.glob("diaban/*/__init__.py"))


@pytest.mark.parametrize("room", ROOMS, ids=lambda path: path.name)
def test_every_room_is_on_the_floor_plan(room: Path) -> None:
    assert f"`{room.name}`" in (DOCS / "floor-plan.md").read_text()


def test_every_model_has_its_vietnamese_name_in_the_glossary() -> None:
    assert docs.missing_terms() == []


def test_states_are_drawn_as_they_are() -> None:
    drawn = {path: path.read_text() for path in (DOCS / "states").glob("*.md")}
    assert drawn == docs.state_pages()


def test_json_schemas_are_those_of_the_code() -> None:
    shipped = {path: path.read_text() for path in docs.SCHEMAS.glob("*.schema.json")}
    assert shipped == docs.schema_files()


def test_decision_records_are_numbered_once_and_said_in_a_page() -> None:
    records = sorted((DOCS / "adr").glob("*.md"))
    numbers = [record.name[:4] for record in records]
    assert len(numbers) == len(set(numbers))
    assert [record.name for record in records if len(record.read_text().splitlines()) > 60] == []


@pytest.mark.parametrize("page", sorted(ROOT.glob("*.md")) + sorted(DOCS.rglob("*.md")), ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text())
    assert [link for link in links if not (page.parent / link).exists()] == []
