"""One result: another level, an opinion, an appeal and its answer, the official ranking beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from diaban.kit import clock
from diaban.kit.actors import Actor, ActorRequest, Role
from diaban.kit.acts import Act, act_page
from diaban.people.access import actor_required
from diaban.ranking import policies, services
from diaban.ranking.forms.rounds import AnswerAppealForm, AppealForm, OfficialForm, OpinionForm, OverrideForm
from diaban.ranking.queries import rounds as queries

OF = {"of": "ranking:line", "all": "ranking:rounds", "list_title": "Kết quả theo dõi"}
OVERRIDING = Act(
    "Điều chỉnh mức", "Lưu điều chỉnh", "Đã lưu điều chỉnh cùng lý do.",
    hint="Mức do quy tắc tính vẫn giữ bên cạnh mức điều chỉnh.", **OF,
)  # fmt: skip
OPINING = Act("Ý kiến về đề xuất", "Ghi ý kiến", "Đã ghi ý kiến.", **OF)
APPEALING = Act(
    "Kiến nghị về kết quả", "Gửi kiến nghị", "Đã gửi kiến nghị tới Ban Thường vụ Tỉnh ủy.",
    question="Gửi kiến nghị? Mỗi kết quả kiến nghị một lần; sau khi gửi không sửa được.", **OF,
)  # fmt: skip
ANSWERING = Act(
    "Trả lời kiến nghị", "Trả lời", "Đã trả lời kiến nghị.",
    question="Gửi trả lời? Sau khi gửi không sửa được.", **OF,
)  # fmt: skip
TYPING = Act(
    "Xếp loại chất lượng chính thức", "Ghi xếp loại", "Đã ghi xếp loại chính thức.",
    hint="Chép đúng quyết định. Phần mềm không tự ghi mức xếp loại.", **OF,
)  # fmt: skip


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD, Role.STANDING)
def override(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = OverrideForm(request.POST or None, today=clock.today())
    return act_page(
        request,
        _held(request, pk, policies.may_override),
        form,
        OVERRIDING,
        lambda one, at: services.override(line=one, **form.values, id=form.id, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.AGENCY, Role.STANDING, Role.INSPECTOR)
def opinion(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = OpinionForm(request.POST or None, today=clock.today())
    return act_page(
        request,
        _held(request, pk, policies.may_opine),
        form,
        OPINING,
        lambda one, at: services.opine(line=one, **form.values, id=form.id, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE, Role.AGENCY)
def appeal(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = AppealForm(request.POST or None, today=clock.today())
    return act_page(
        request,
        _held(request, pk, policies.may_appeal),
        form,
        APPEALING,
        lambda one, at: services.appeal(line=one, **form.values, id=form.id, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.STANDING)
def answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = AnswerAppealForm(request.POST or None, today=clock.today())

    def may(actor: Actor, line: Any) -> bool:
        return policies.may_answer_appeal(actor, line) and getattr(line, "appeal", None) is not None

    return act_page(
        request,
        _held(request, pk, may),
        form,
        ANSWERING,
        lambda one, at: services.answer_appeal(
            appeal=one.appeal,
            answer=form.values["answer"],
            level=form.values["level"] or None,
            by=request.actor,
            at=at,
        ),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def official(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = OfficialForm(request.POST or None, today=clock.today())
    return act_page(
        request,
        _held(request, pk, policies.may_type_official),
        form,
        TYPING,
        lambda one, at: services.record_ranking(
            cadre=one.cadre,
            agency=one.agency,
            year=one.round.year,
            proposed_level=one.level,
            **form.values,
            id=form.id,
            by=request.actor,
            at=at,
        ),
    )


def _held(request: ActorRequest, pk: UUID, may: Callable[[Actor, Any], bool]) -> Any:
    """The result that the person may act on; whoever may not finds nothing."""
    found = queries.line_in_view(request.actor, pk)
    return found if found and may(request.actor, found) else None
