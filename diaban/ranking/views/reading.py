"""A year's rating read: the rounds, one round with the cap and one result beside it, one result, the document."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.views.decorators.http import require_GET

from diaban.documents.exports import marked, paper_response, sheet_response
from diaban.documents.html import render_html
from diaban.documents.sheets import Sheet
from diaban.kit import clock
from diaban.kit.actors import Actor, ActorRequest, Role
from diaban.kit.errors import RuleBroken
from diaban.kit.formats import moment
from diaban.kit.forms import RecordForm
from diaban.people.access import actor_required
from diaban.ranking import papers, policies
from diaban.ranking.queries import board
from diaban.ranking.queries import rounds as queries
from diaban.ranking.queries.explaining import explained
from diaban.ranking.rules.levels import NAMES
from diaban.ranking.rules.rounds import RoundState

BODIES = (Role.BOARD, Role.STANDING, Role.INSPECTOR)
CONCERNED = (*BODIES, Role.AGENCY, Role.CADRE)
NEXT_ACT = {
    RoundState.DRAFT: ("Đề xuất", "ranking:proposal"),
    RoundState.PROPOSED: ("Trình Ban Thường vụ", "ranking:submission"),
    RoundState.SUBMITTED: ("Ghi quyết định", "ranking:decision"),
    RoundState.DECIDED: ("Công bố", "ranking:publication"),
    RoundState.PUBLISHED: ("Kết thúc", "ranking:ending"),
}


@require_GET
@actor_required(*CONCERNED)
def rounds(request: ActorRequest) -> HttpResponse:
    """For the province's bodies the years; for an agency or a cadre the own results and nothing else."""
    actor = request.actor
    found = list(queries.rounds_of(actor)) if actor.sees_the_province else None
    prepares = actor.province is not None and policies.may_prepare(actor, actor.province)
    to_open = queries.years_to_open(actor, last=clock.year_summed_up()) if prepares else []
    lines = None if found is not None else list(queries.lines_in_view(actor))
    context = {"rounds": found, "lines": lines, "to_open": to_open, "mine": actor.is_(Role.CADRE)}
    return render(request, "ranking/rounds.html", context | {"blank": RecordForm()})


@require_GET
@actor_required(*BODIES)
def round_(request: ActorRequest, pk: UUID) -> HttpResponse:
    actor, today, found = request.actor, clock.today(), round_in_view(request, pk)
    history, state = queries.steps_of(found), RoundState(found.state)
    asked = _words(request)
    shown = board.picture(found, asked)
    acts = _acts(actor, found)
    one = _asked(shown["lines"], request.GET.get("dong", ""))
    context = shown | {
        "round": found,
        "total": found.lines.count(),
        "stages": board.stages(found, history),
        "history": history,
        "acts": acts,
        "missing": queries.hindrances(found, today=today) if acts else [],
        **_moved(found, today, asked=any(asked.values()) or "dong" in request.GET),
        "appeals": list(queries.appeals_of(found)),
        "one": explained(actor, one) if one else None,
        "blank": RecordForm(),
        "can": {
            "compute": state is RoundState.DRAFT and policies.may_prepare(actor, found.province_id),
            "return": policies.may_return_round(actor, found),
            "override": bool(one and policies.may_override(actor, one)),
        },
    }
    return render(request, "ranking/round.html", context)


@require_GET
@actor_required(*BODIES)
def round_file(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The list as seen: the same group and level, in the same order."""
    found, at = round_in_view(request, pk), clock.now()
    shown = board.picture(found, _words(request))
    title = f"Kết quả theo dõi năm {found.year}"
    said = f"{shown['group_said']}; {shown['level_said'].lower()}. {found.get_state_display()}."
    counted = f"Cộng {shown['tab'].counted} kết quả. Trích lúc {moment(at)}."
    notes = [
        said,
        f"Theo bộ quy tắc “{found.rules_name}”, số liệu tính lúc {moment(localtime(found.computed_at))}.",
        counted,
    ]
    sheet = Sheet(title, board.COLUMNS, board.exported(shown["lines"]), heading=marked(title), notes=notes)
    return sheet_response(sheet, name=f"ket-qua-theo-doi-{found.year}", at=at)


@require_GET
@actor_required(*CONCERNED)
def line(request: ActorRequest, pk: UUID) -> HttpResponse:
    actor, found = request.actor, line_in_view(request, pk)
    one = explained(actor, found)
    context = {
        "one": one,
        "short": NAMES,
        "can": {
            "override": policies.may_override(actor, found),
            "opine": policies.may_opine(actor, found),
            "appeal": policies.may_appeal(actor, found) and one.appeal is None,
            "answer": policies.may_answer_appeal(actor, found) and bool(one.appeal and not one.appeal.answered_at),
            "official": policies.may_type_official(actor, found) and one.official is None,
        },
    }
    return render(request, "ranking/line.html", context)


@require_GET
@actor_required(*BODIES)
def document(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The Board's proposal as an official document, with its annex."""
    found = round_in_view(request, pk)
    paper = papers.proposal_paper(found, queries.uses(found), at=clock.now())
    return render(request, "ranking/document.html", {"round": found, "paper": render_html(paper)})


@require_GET
@actor_required(*BODIES)
def document_file(request: ActorRequest, pk: UUID, form: str) -> HttpResponse:
    found = round_in_view(request, pk)
    paper = papers.proposal_paper(found, queries.uses(found), at=clock.now())
    return paper_response(paper, name=f"to-trinh-{found.year}", form=form)


def round_in_view(request: ActorRequest, pk: UUID) -> Any:
    """What the person may not see is answered like what is not there."""
    found = queries.round_in_view(request.actor, pk)
    if found is None:
        raise Http404
    return found


def line_in_view(request: ActorRequest, pk: UUID) -> Any:
    found = queries.line_in_view(request.actor, pk)
    if found is None:
        raise Http404
    return found


def _words(request: ActorRequest) -> dict[str, str]:
    """Which group and level the address asks for."""
    return {key: request.GET.get(key, "") for key in ("nhom", "muc")}


def _moved(found: Any, today: date, *, asked: bool) -> dict[str, Any]:
    """What the records and rules of today would change, or why that cannot be said now.

    The engine runs for it, which costs more than all else on the page: it is said where the round opens, and not again
    with each group, level and result that is `asked` for there.
    """
    if asked or found.state == RoundState.FINAL:
        return {"moved": None, "not_computed": ""}
    try:
        return {"moved": queries.drift(found, today=today), "not_computed": ""}
    except RuleBroken as broken:
        return {"moved": None, "not_computed": str(broken)}


def _acts(actor: Actor, found: Any) -> list[tuple[str, str]]:
    """The next step, for whose it is."""
    state = RoundState(found.state)
    may = policies.may_decide if state is RoundState.SUBMITTED else policies.may_prepare
    return [NEXT_ACT[state]] if state in NEXT_ACT and may(actor, found.province_id) else []


def _asked(lines: list[Any], word: str) -> Any:
    """The result that the address names, else the first of the list."""
    return next((one for one in lines if str(one.pk) == word), lines[0] if lines else None)
