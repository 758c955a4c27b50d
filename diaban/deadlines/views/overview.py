"""Who owes what by when: the matrix, the list behind its numbers, the ledger of lateness, one duty."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from diaban.deadlines.forms import CauseForm, ExtensionForm, PeriodForm
from diaban.deadlines.listings import owed_list
from diaban.deadlines.queries.matrix import By, ledger, matrix
from diaban.deadlines.queries.one import owed_in_view
from diaban.deadlines.queries.owed import rows
from diaban.documents.exports import list_response, marked, sheet_response
from diaban.documents.sheets import Sheet
from diaban.kit import clock, formats
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.acts import Act, act_page
from diaban.kit.listing import ListPage, open_listing
from diaban.kit.rows import set_calendar
from diaban.kit.text import number_in
from diaban.obligations import services
from diaban.obligations.policies import may_decide
from diaban.people.access import actor_required
from diaban.people.policies import READERS
from diaban.regulations.queries import calendar

OF = {"of": "deadlines:obligation", "list_title": "Kỳ hạn"}
EXTENDING = Act("Gia hạn", "Gia hạn", "Đã gia hạn.", "Hạn cũ và lý do được giữ lại trên hồ sơ.", **OF)
EXCUSING = Act(
    "Xác nhận nguyên nhân khách quan", "Xác nhận", "Đã xác nhận nguyên nhân khách quan.",
    "Số ngày chậm vẫn ghi; khi xét không tính là chậm.", **OF,
)  # fmt: skip


@require_GET
@actor_required(*READERS)
def deadlines(request: ActorRequest) -> HttpResponse:
    today = clock.today()
    year = number_in(request.GET.get("nam", ""), 2015, today.year + 1) or today.year
    by = By.of(request.GET.get("theo", ""))
    found = matrix(request.actor, year=year, by=by, today=today)
    context = {"matrix": found, "ways": list(By), "year": year, "today": today}
    return render(request, "deadlines/deadlines.html", context)


@require_GET
@actor_required(*READERS)
def obligations(request: ActorRequest) -> HttpResponse:
    urges = may_decide(request.actor, request.actor.province or 0)
    context = {"page": owed_page(request), "made_at": clock.now(), "urges": urges}
    return render(request, "deadlines/obligations.html", context)


@require_GET
@actor_required(*READERS)
def obligations_file(request: ActorRequest) -> HttpResponse:
    return list_response(owed_page(request), name="viec-phai-lam", title="Việc phải làm", at=clock.now())


def owed_page(request: ActorRequest) -> ListPage:
    """The list that the address asks for."""
    today, days = clock.today(), calendar()
    return open_listing(owed_list(days), rows(request.actor, today, days), request.GET, today=today)


@require_GET
@actor_required(*READERS)
def obligation(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = owed_in_view(request.actor, pk, clock.today())
    if found is None:
        raise Http404
    return render(request, "deadlines/obligation.html", {"owed": found, "today": clock.today()})


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD, Role.STANDING)
def extension(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = ExtensionForm(request.POST or None, today=clock.today())
    return act_page(
        request,
        _to_decide(request, pk),
        form,
        EXTENDING,
        lambda one, at: services.extend(obligation=one, **form.values, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD, Role.STANDING)
def cause(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = CauseForm(request.POST or None, today=clock.today())
    return act_page(
        request,
        _to_decide(request, pk),
        form,
        EXCUSING,
        lambda one, at: services.confirm_cause(obligation=one, **form.values, by=request.actor, at=at),
    )


@require_GET
@actor_required(*READERS)
def lateness(request: ActorRequest) -> HttpResponse:
    context = _ledger(request)
    return render(request, "deadlines/lateness.html", context)


@require_GET
@actor_required(*READERS)
def lateness_file(request: ActorRequest) -> HttpResponse:
    found = _ledger(request)
    counted = ("Đến hạn", "Đúng hạn", "Gửi chậm", "Số ngày làm việc chậm", "Chưa gửi", "Có nguyên nhân")
    lines = [
        (one.name, one.agency, one.due, one.in_time, one.late, one.days_late, one.missing, one.excused)
        for one in found["lines"]
    ]
    title = "Sổ theo dõi chậm hạn"
    note = f"Việc đến hạn từ {formats.day(found['since'])} đến {formats.day(found['until'])}."
    sheet = Sheet(title, ("Tên", "Cơ quan", *counted), lines, heading=marked(title), notes=[note])
    return sheet_response(sheet, name="so-cham-han", at=clock.now())


def _ledger(request: ActorRequest) -> dict[str, Any]:
    today = clock.today()
    form = PeriodForm(request.GET, label_suffix="")
    set_calendar(form, today, today.year)
    given: dict[str, date | None] = form.cleaned_data if form.is_valid() else {}
    since, until = given.get("tu") or date(today.year, 1, 1), given.get("den") or today
    by_cadre = request.GET.get("theo") != "co-quan"
    lines = ledger(request.actor, since=since, until=until, by_cadre=by_cadre, today=today)
    return {"form": form, "lines": lines, "since": since, "until": until, "by_cadre": by_cadre}


def _to_decide(request: ActorRequest, pk: UUID) -> Any:
    found = owed_in_view(request.actor, pk, clock.today())
    return found.row if found and found.may_decide else None
