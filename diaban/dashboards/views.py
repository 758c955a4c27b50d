"""The summary of a year, its document, every figure, and the records behind each. Read-only, each in the own scope."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from diaban.dashboards import papers, policies, services
from diaban.dashboards.queries import page as page_queries
from diaban.dashboards.queries import records as record_queries
from diaban.dashboards.queries.registry import FIGURES, LEDGERS, ROWS, of_row
from diaban.dashboards.queries.summary import scope_of_year, summarise
from diaban.dashboards.rules import wording
from diaban.dashboards.rules.sentences import Side
from diaban.documents.exports import attachment, marked, sheet_response
from diaban.documents.html import render_html
from diaban.documents.sheets import Sheet
from diaban.kit import clock
from diaban.kit.actors import Actor, ActorRequest
from diaban.kit.cells import is_number
from diaban.kit.figures import Figure, Scope, divide, tally
from diaban.people.access import actor_required
from diaban.people.queries import reach_of
from diaban.places.queries import unit_by_id


def scope_of(actor: Actor, year: int) -> Scope:
    """The scope of a page. A person without a summary, or a year out of range, finds nothing here."""
    today = clock.today()
    if not policies.may_see_summary(actor) or actor.province is None or not 2015 <= year <= today.year + 1:
        raise Http404
    return scope_of_year(actor, province=actor.province, year=year, as_of=today)


@require_GET
@actor_required(*policies.SUMMARY_ROLES)
def summary(request: ActorRequest, year: int) -> HttpResponse:
    scope = scope_of(request.actor, year)
    gathered = page_queries.gather(scope)
    said = gathered.year.said
    context = {
        "scope": scope,
        "page": gathered,
        "results": [one for one in said if one.side is Side.RESULT],
        "limits": [one for one in said if one.side is Side.LIMIT],
        "reach": "" if request.actor.sees_the_province else reach_of(request.actor),
        "made_at": clock.now(),
        "years": [year + 1, year, year - 1] if year < scope.as_of.year else [year, year - 1],
    }
    return render(request, "dashboards/summary.html", context)


@require_GET
@actor_required(*policies.SUMMARY_ROLES)
def document(request: ActorRequest, year: int) -> HttpResponse:
    """The document on screen, to be read, printed or taken along."""
    scope = scope_of(request.actor, year)
    province = unit_by_id(scope.province)
    paper = papers.summary_paper(summarise(scope), province=province, at=clock.now())
    return render(request, "dashboards/document.html", {"scope": scope, "paper": render_html(paper)})


@require_GET
@actor_required(*policies.SUMMARY_ROLES)
def document_file(request: ActorRequest, year: int, form: str) -> HttpResponse:
    scope = scope_of(request.actor, year)
    content = services.make_summary(
        province=unit_by_id(scope.province), year=year, form=form, by=request.actor, at=clock.now()
    )
    return attachment(content, name=f"bao-cao-tong-hop-{year}", form=form)


@require_GET
@actor_required(*policies.SUMMARY_ROLES)
def figures(request: ActorRequest, year: int) -> HttpResponse:
    """Every named figure that means something to the person, by the row of the mission that it answers."""
    scope = scope_of(request.actor, year)
    numbers = tally(FIGURES.values(), scope)
    groups = [
        {
            "row": row,
            "title": title,
            "figures": [
                {"figure": figure, "value": wording.in_sentence(figure, numbers[figure.key])}
                for figure in of_row(row)
                if figure.is_told(scope)
            ],
        }
        for row, title in ROWS.items()
    ]
    return render(request, "dashboards/figures.html", {"scope": scope, "groups": groups})


@require_GET
@actor_required(*policies.SUMMARY_ROLES)
def records(request: ActorRequest, year: int, key: str) -> HttpResponse:
    """The records behind a figure, filtered by one group and a page at a time."""
    scope, figure = scope_of(request.actor, year), _figure(key)
    chosen = _filter(request, figure, scope)
    found = record_queries.open_figure(figure, scope, chosen=chosen, page=_page_number(request))
    cut = figure.ledger.cut(request.GET.get("chia", "")) or (figure.ledger.cuts[0] if figure.ledger.cuts else None)
    context = {
        "scope": scope,
        "figure": figure,
        "found": found,
        "shown": wording.in_sentence(figure, found.total),
        "cut": cut,
        "slices": [
            {"slice": one, "shown": wording.in_sentence(figure, one.number)}
            for one in (divide(figure, cut, scope) if cut else [])
        ],
        "is_number": is_number,
    }
    return render(request, "dashboards/records.html", context)


@require_GET
@actor_required(*policies.SUMMARY_ROLES)
def records_file(request: ActorRequest, year: int, key: str) -> HttpResponse:
    """The same records as a workbook, as seen."""
    scope, figure = scope_of(request.actor, year), _figure(key)
    rows = record_queries.all_rows(figure, scope, _filter(request, figure, scope))
    titles = [column.title for column in figure.ledger.columns]
    sheet = Sheet(figure.ledger.noun, titles, rows, heading=marked(f"{figure.title}, năm {year}"))
    return sheet_response(sheet, name=f"{key}-{year}", at=clock.now())


@require_GET
@actor_required(*policies.SUMMARY_ROLES)
def record(request: ActorRequest, year: int, ledger: str, key: str) -> HttpResponse:
    """One record with its fields; absent and forbidden look the same."""
    scope = scope_of(request.actor, year)
    found = LEDGERS.get(ledger)
    fields = record_queries.one_record(found, scope, key) if found else None
    if found is None or fields is None:
        raise Http404
    return render(request, "dashboards/record.html", {"scope": scope, "ledger": found, "fields": fields})


def _figure(key: str) -> Figure:
    if key not in FIGURES:
        raise Http404
    return FIGURES[key]


def _filter(request: HttpRequest, figure: Figure, scope: Scope) -> record_queries.Filter | None:
    """The group that the address names (?chia=huyen&nhom=123); an unknown one is as absent as a forbidden one."""
    cut, value = request.GET.get("chia", ""), request.GET.get("nhom", "")
    if not value:
        return None
    chosen = record_queries.choose(figure, scope, cut=cut, value=value)
    if chosen is None:
        raise Http404
    return chosen


def _page_number(request: HttpRequest) -> int:
    raw = request.GET.get("trang", "1")
    return int(raw) if raw.isdecimal() and len(raw) < 7 else 1
