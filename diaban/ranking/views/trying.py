"""Try a rule on a year: who would change level, and why. It is computed for the page and written down nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from diaban.documents.exports import marked, sheet_response
from diaban.documents.sheets import Sheet
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.formats import day
from diaban.people.access import actor_required
from diaban.people.queries import province_of
from diaban.ranking.forms.trying import OWN, TryForm
from diaban.ranking.queries.records import records_of
from diaban.ranking.queries.rulebooks import rulebook_named, rulebook_of, rulebooks_offered
from diaban.ranking.queries.trying import area_name, group_name, lines, years_on_record
from diaban.ranking.rules import Rulebook
from diaban.ranking.rules.levels import short
from diaban.ranking.rules.results import Kind
from diaban.ranking.rules.subjects import grouping_objection
from diaban.ranking.rules.trying import FILTERS, Direction, Trial, Tried, is_asked_for, laid_over, trial
from diaban.regulations.rules.consistency import inconsistencies
from diaban.regulations.rules.rating_words import rating_words
from diaban.reporting.rules import CompletionLevel

ON_A_PAGE = 25
TITLE = "Thử quy tắc"
NOT_SAVED = "Đây là lần thử: không ghi gì, không thay kết quả đã có và không ai nhận được thông báo."


@dataclass(frozen=True)
class Asked:
    """What the address asks for, and the answer when it can be given."""

    form: TryForm
    year: int
    before: Rulebook | None = None
    after: Rulebook | None = None
    trial: Trial | None = None
    rows: tuple[Tried, ...] = ()


@require_GET
@actor_required(Role.BOARD, Role.STANDING)
def trying(request: ActorRequest) -> HttpResponse:
    asked = _ask(request)
    page = Paginator(asked.rows, ON_A_PAGE).get_page(request.GET.get("trang"))
    kept = request.GET.copy()
    kept.pop("trang", None)
    context = {
        "asked": asked,
        "title": TITLE,
        "not_saved": NOT_SAVED,
        "page": page,
        "lines": lines(page.object_list, actor=request.actor, year=asked.year),
        "here": f"?{kept.urlencode()}",
        "chosen": {name: request.GET.get(name, "") for name in FILTERS},
        "directions": [(each.value, each.label.capitalize()) for each in Direction],
        "kinds": [(each.value, each.label.capitalize()) for each in Kind],
        "group_name": group_name,
        "area_name": area_name,
        "said": _said,
        "cited": partial(_cited, asked.after),
        "words": rating_words(asked.after.values) if asked.after else (),
        "today": clock.today(),
    }
    return render(request, "ranking/try.html", context, status=422 if asked.form.errors else 200)


@require_GET
@actor_required(Role.BOARD, Role.STANDING)
def trying_file(request: ActorRequest) -> HttpResponse:
    """The changes as seen, the filter included."""
    asked = _ask(request)
    if asked.before is None or asked.after is None:
        raise Http404
    title = f"Thử quy tắc trên năm {asked.year}"
    notes = [
        NOT_SAVED,
        f"Đang áp dụng: {asked.before.name}. Thử: {asked.after.name}. Số liệu đến ngày {day(clock.today())}.",
    ]
    columns = (
        "Đối tượng",
        "Tên",
        "Địa bàn, cơ quan",
        "Theo bộ của năm",
        "Theo bộ thử",
        "Thay đổi",
        "Đã quyết định",
        "Vì sao",
    )
    listed = lines(asked.rows, actor=request.actor, year=asked.year)
    sheet = Sheet("Thử quy tắc", columns, _cells(listed), heading=marked(title), notes=notes)
    return sheet_response(sheet, name=f"thu-quy-tac-{asked.year}", at=clock.now())


def _cells(listed: list[Any]) -> Iterator[tuple[str, ...]]:
    for line in listed:
        change = line.tried.change
        levels = (_said(change.after_cap_before), _said(change.after_cap_after))
        decided = _said(line.decided) if line.decided else ""
        why = " ".join(change.why)
        yield change.kind.label, line.name, line.where, *levels, line.tried.direction.label, decided, why


def _ask(request: ActorRequest) -> Asked:
    today, province = clock.today(), province_of(request.actor)
    if province is None:
        raise Http404
    years = years_on_record(province, today.year)
    named = [(str(year), f"{year}{' (đang chạy)' if year == today.year else ''}") for year in years]
    last = str(next((year for year in years if year < today.year), today.year))
    first = {"nam": last, "bo": request.GET.get("bo") or OWN}
    given = request.GET if "nam" in request.GET else None
    form = TryForm(given, years=named, books=rulebooks_offered(request.actor), initial=first)
    if not form.is_valid():
        return Asked(form, int(last))
    year, key = int(form.cleaned_data["nam"]), form.cleaned_data["bo"]
    before = rulebook_of(province, year)
    book = before if key == OWN else rulebook_named(request.actor, key)
    after = _tried(book, form) if book else None
    if after is None:
        return Asked(form, year)
    records = records_of(province, year, as_of=today)
    for tried in (before, after):
        if objection := grouping_objection(records, tried):
            form.add_error("bo", f"Số liệu của năm chưa chia được nhóm tính trần: {objection.sentence}")
            return Asked(form, year)
    found = trial(records, before, after)
    rows = tuple(row for row in found.rows if is_asked_for(row, request.GET))
    return Asked(form, year, before, after, found, rows)


def _tried(book: Rulebook, form: TryForm) -> Rulebook | None:
    """The set with the typed values in place; none, and a sentence at the field, when they do not fit together."""
    after = laid_over(book, form.over)
    for wrong in inconsistencies(after.values):
        form.add_error(wrong.field if wrong.field in form.fields else "bo", wrong.sentence)
    return None if form.errors else after


def _cited(book: Rulebook | None, keys: tuple[str, ...]) -> str:
    """What a sentence rests on, each source once."""
    return "; ".join(dict.fromkeys(book.source(key).citation for key in keys)) if book else ""


def _said(level: CompletionLevel | str | None) -> str:
    known = {each.value for each in CompletionLevel}
    return short(CompletionLevel(level) if level in known else None)
