"""The house rules that no off-the-shelf linter knows (docs/floor-plan.md)."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.template.loader import get_template

from diaban.journal.guard import home_of, journalled_models

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "diaban"
CODE = sorted(path for path in HOUSE.rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sorted(HOUSE.glob("*/jinja2/**/*.html"))
MAX_FUNCTION, MAX_FILE, MAX_TEMPLATE = 40, 300, 120
"""lines"""
SERVING = sorted({path.relative_to(HOUSE).parts[0] for path in CODE if "services" in {path.stem, path.parent.name}})
DATED_BY_THEIR_BOOKS = {"archive", "simulation"}
"""Rooms whose records carry their own moment: one puts back what others wrote, the other invents a past year."""
CLOCKS = {"now", "today", "utcnow", "localdate", "localtime"}


def name(path: Path) -> str:
    return str(path.relative_to(HOUSE))


def furniture(kind: str) -> list[Path]:
    """Every file of a kind: `services.py` of a room, or each file of its package `services/`."""
    return [path for path in CODE if kind in {path.stem, path.parent.name} and path.stem != "__init__"]


def calls(path: Path) -> Iterator[tuple[str, int]]:
    """`a.b` of every call or mention `….a.b`, with its line."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Attribute):
            owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            yield f"{owner}.{node.attr}", node.lineno


@pytest.mark.parametrize("room", SERVING)
def test_services_say_who_and_when(room: str) -> None:
    """The verbs that a room offers, whether its services are one file or a folder."""
    services = importlib.import_module(f"diaban.{room}.services")
    for called, verb in inspect.getmembers(services, inspect.isfunction):
        if verb.__module__.startswith(services.__name__) and not called.startswith("_"):
            parameters = inspect.signature(verb).parameters
            assert all(p.kind is p.KEYWORD_ONLY for p in parameters.values()), called
            assert room in DATED_BY_THEIR_BOOKS or {"by", "at"} <= parameters.keys(), called


@pytest.mark.parametrize("path", furniture("views"), ids=name)
def test_views_start_every_query_from_a_policy(path: Path) -> None:
    assert [line for mention, line in calls(path) if mention.endswith(".objects")] == []


@pytest.mark.parametrize("path", CODE, ids=name)
def test_functions_and_files_fit_the_eye(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= MAX_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < MAX_FUNCTION, f"{name(path)}:{node.lineno} {node.name}"


@pytest.mark.parametrize("path", CODE, ids=name)
def test_only_the_clock_tells_the_time(path: Path) -> None:
    edges = {"views", "commands", "jobs", "middleware"}
    is_clock = path == HOUSE / "kit" / "clock.py"
    reads = {(mention, line) for mention, line in calls(path) if mention.split(".")[1] in CLOCKS}
    owners = {"datetime", "timezone", "date"}
    assert is_clock or [read for read in reads if read[0].split(".")[0] in owners] == []
    if not edges & {path.stem, path.parent.name} and path.parts[-2] not in {"kit", "config"}:
        assert [read for read in reads if read[0].split(".")[0] == "clock"] == []


@pytest.mark.parametrize("path", CODE, ids=name)
def test_relations_name_their_model_and_not_its_string(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        assert called != "get_model", f"{name(path)}:{node.lineno}"
        if called in {"ForeignKey", "OneToOneField", "ManyToManyField"} and node.args:
            target = node.args[0]
            own = isinstance(target, ast.Constant) and target.value == "self"
            assert own or not isinstance(target, ast.Constant), f"{name(path)}:{node.lineno}"


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_templates_compile_stay_short_and_stay_home(path: Path) -> None:
    folder = next(parent for parent in path.parents if parent.name == "jinja2")
    get_template(path.relative_to(folder).as_posix())
    text = path.read_text()
    assert len(text.splitlines()) <= MAX_TEMPLATE
    used = re.findall(r"{%-?\s*(?:include|import|extends|from)\s+[\"']([^\"']+)", text)
    home = ("ui/", f"{path.relative_to(HOUSE).parts[0]}/")
    assert [other for other in used if not other.startswith(home) and not (path.parent / other).exists()] == []


def test_no_room_is_reached_from_below_through_a_reverse_relation() -> None:
    for model in apps.get_models():
        for field in model._meta.fields:
            if model.__module__.startswith("diaban.") and field.remote_field:
                other = field.remote_field.model
                if other._meta.app_label != model._meta.app_label:
                    assert field.remote_field.hidden, f"{model.__name__}.{field.name}"


JUDGING = {"assessment", "oversight", "ranking", "replacement", "reporting"}
"""Rooms in which every record is journalled, unless it is named here with the reason."""
NOT_JOURNALLED = {"assessment.AssessmentDraft": "what a commune has not sent is its own"}
DECIDED = {
    "assignments.Assignment", "assignments.AssignmentDecision", "obligations.Extension",
    "regulations.Directive", "regulations.RuleParameter", "regulations.RuleSet", "journal.SealedReading",
}  # fmt: skip


def test_what_judges_or_decides_is_journalled() -> None:
    """A model of a judging room says `journal = Journalled()`, or `Journalled(through="…")` without a province."""
    wanted = {model._meta.label for model in apps.get_models() if model._meta.app_label in JUDGING} | DECIDED
    said = {model._meta.label for model in journalled_models()}
    assert sorted(wanted - NOT_JOURNALLED.keys() - said) == []
    assert all("province_id" in home_of(model, "t") for model in journalled_models())
