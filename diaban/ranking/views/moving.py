"""A round goes its way: opened, computed, proposed, returned, submitted, decided, published, ended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.acts import Act, act_page
from diaban.kit.forms import RecordForm, acknowledge, act
from diaban.people.access import actor_required
from diaban.people.queries import province_of
from diaban.ranking import policies, services
from diaban.ranking.forms.rounds import DecisionForm, ReturnRoundForm, StepForm
from diaban.ranking.queries import rounds as queries
from diaban.ranking.rules.rounds import RoundState

OF = {"of": "ranking:round", "list_title": "Kết quả theo dõi"}
PROPOSING = Act(
    "Đề xuất kết quả theo dõi", "Đề xuất", "Đã đề xuất; cơ quan và các cơ quan của tỉnh xem và có ý kiến được.",
    question="Đề xuất? Từ đây số liệu và kết quả tính được giữ nguyên; cơ quan xem được kết quả của mình.", **OF,
)  # fmt: skip
SUBMITTING = Act(
    "Trình Ban Thường vụ", "Trình Ban Thường vụ", "Đã trình Ban Thường vụ Tỉnh ủy.",
    question="Kết thúc lấy ý kiến và trình Ban Thường vụ Tỉnh ủy?", **OF,
)  # fmt: skip
RETURNING = Act(
    "Trả về bản lập", "Trả về", "Đã trả về bản lập.",
    hint="Điều chỉnh và ý kiến đã ghi vẫn giữ. Ban Tổ chức có thể tính lại rồi đề xuất lại.", **OF,
)  # fmt: skip
DECIDING = Act(
    "Quyết định của Ban Thường vụ", "Ghi quyết định", "Đã ghi quyết định của Ban Thường vụ Tỉnh ủy.",
    hint="Cần quá nửa tổng số ủy viên đồng ý (mặc định của phần mềm).",
    question="Ghi quyết định với các mức đang có? Sau đó mức chỉ thay đổi khi trả lời kiến nghị.", **OF,
)  # fmt: skip
PUBLISHING = Act(
    "Công bố kết quả", "Công bố", "Đã công bố: mỗi đồng chí và cơ quan xem được kết quả của mình.",
    question="Công bố tới từng đồng chí và từng cơ quan? Mỗi người chỉ xem được kết quả của mình.", **OF,
)  # fmt: skip
ENDING = Act("Kết thúc đợt đánh giá", "Kết thúc", "Đã kết thúc.", question="Kết thúc? Không mở lại được.", **OF)


@require_POST
@actor_required(Role.BOARD)
def opening(request: ActorRequest, year: int) -> HttpResponse:
    """The draft of a year, computed from its records as they stand."""
    province, at, form = province_of(request.actor), clock.now(), RecordForm(request.POST)
    if province is None:
        raise Http404
    if form.is_valid():
        made = act(
            form,
            lambda: services.open_round(province=province, year=year, id=form.id, by=request.actor, at=at),
        )
        if made:
            acknowledge(request, form, made, f"Đã lập đợt đánh giá năm {year}.", at=at)
            return redirect("ranking:round", pk=made.pk)
    return _refused(request, form, f"Lập đợt đánh giá năm {year}")


@require_POST
@actor_required(Role.BOARD)
def computing(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, at, form = queries.round_in_view(request.actor, pk), clock.now(), RecordForm(request.POST)
    if found is None:
        raise Http404
    if form.is_valid():
        done = act(form, lambda: services.compute_round(round=found, by=request.actor, at=at))
        if done:
            acknowledge(request, form, done, "Đã tính lại từ số liệu hôm nay.", at=at)
            return redirect("ranking:round", pk=pk)
    return _refused(request, form, "Tính lại")


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def proposal(request: ActorRequest, pk: UUID) -> HttpResponse:
    return _step(request, pk, RoundState.PROPOSED, PROPOSING, services.propose_round)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def submission(request: ActorRequest, pk: UUID) -> HttpResponse:
    return _step(request, pk, RoundState.SUBMITTED, SUBMITTING, services.submit_round)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def publication(request: ActorRequest, pk: UUID) -> HttpResponse:
    return _step(request, pk, RoundState.PUBLISHED, PUBLISHING, services.publish_round)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def ending(request: ActorRequest, pk: UUID) -> HttpResponse:
    return _step(request, pk, RoundState.FINAL, ENDING, services.finish_round)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD, Role.STANDING)
def returning(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, form = queries.round_in_view(request.actor, pk), ReturnRoundForm(request.POST or None, today=clock.today())
    return act_page(
        request,
        found if found and policies.may_return_round(request.actor, found) else None,
        form,
        RETURNING,
        lambda one, at: services.return_round(round=one, **form.values, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.STANDING)
def decision(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = DecisionForm(request.POST or None, today=clock.today())
    found = queries.round_in_view(request.actor, pk)
    found = found if found and policies.may_decide(request.actor, found.province_id) else None

    def work(one: Any, at: datetime) -> Any:
        return services.decide_round(round=one, **form.decision, by=request.actor, at=at)

    return _hindered(request, found, RoundState.DECIDED, DECIDING) or act_page(request, found, form, DECIDING, work)


def _step(request: ActorRequest, pk: UUID, then: RoundState, what: Act, step: Callable[..., Any]) -> HttpResponse:
    """A step of the Board's that asks for nothing but a second press."""
    found, form = queries.round_in_view(request.actor, pk), StepForm(request.POST or None, today=clock.today())

    def work(one: Any, at: datetime) -> Any:
        return step(round=one, by=request.actor, at=at)

    return _hindered(request, found, then, what) or act_page(request, found, form, what, work)


def _hindered(request: ActorRequest, found: Any, then: RoundState, what: Act) -> HttpResponse | None:
    """Whoever opens the page of a step that cannot be made now reads what is missing, before any press."""
    if found is None or request.method == "POST":
        return None
    missing = queries.lacking(found, then, today=clock.today())
    if not missing:
        return None
    return render(request, "ranking/hindered.html", {"round": found, "title": what.title, "missing": missing})


def _refused(request: ActorRequest, form: RecordForm, title: str) -> HttpResponse:
    return render(request, "ranking/refused.html", {"form": form, "title": title}, status=422)
