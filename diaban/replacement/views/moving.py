"""A request goes its way: asked, heard, verified, proposed, decided; or withdrawn by who asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods

from diaban.kit import clock
from diaban.kit.actors import Actor, ActorRequest, Role
from diaban.kit.acts import Act, act_page
from diaban.people.access import actor_required
from diaban.replacement import forms, policies, queries, services
from diaban.replacement.rules import ReplacementState, Side

ASKERS = (Role.BOARD, Role.STANDING, Role.AGENCY, Role.CADRE, Role.COMMUNE)
SPEAKERS = (Role.BOARD, Role.STANDING, Role.AGENCY, Role.CADRE)
SIDES = {"can-bo": Side.CADRE, "co-quan": Side.AGENCY, "phu-trach": Side.AREA_LEAD}
OF = {"of": "replacement:request", "list_title": "Thay thế cán bộ"}
ASKING = Act(
    "Đề nghị thay cán bộ theo dõi", "Gửi đề nghị", "Đã gửi đề nghị tới Ban Tổ chức Tỉnh ủy.",
    hint="Cán bộ, cơ quan của cán bộ và đồng chí phụ trách địa bàn được nghe trước khi xác minh.",
    question="Gửi đề nghị? Sau khi gửi không sửa được.",
    of="replacement:of_assignment", all="replacement:requests", list_title="Thay thế cán bộ",
)  # fmt: skip
WITHDRAWING = Act(
    "Rút đề nghị thay cán bộ", "Rút đề nghị", "Đã rút đề nghị.",
    hint="Đề nghị và lý do rút vẫn lưu trong hồ sơ; bên nào đọc được đề nghị thì đọc được lý do.",
    question="Rút đề nghị? Sau khi rút không xét tiếp; muốn thay thì đề nghị lại từ đầu.", **OF,
)  # fmt: skip
SAYING = Act(
    "Ý kiến", "Ghi ý kiến", "Đã ghi ý kiến.", question="Ghi ý kiến? Sau khi ghi không sửa được.", **OF
)  # fmt: skip
VERIFYING = Act("Xác minh đề nghị", "Ghi kết quả", "Đã ghi kết quả xác minh.", question="Ghi kết quả xác minh?", **OF)
PROPOSING = Act(
    "Đề xuất với Ban Thường vụ", "Trình đề xuất", "Đã trình Ban Thường vụ Tỉnh ủy.", question="Trình đề xuất?", **OF
)  # fmt: skip
GRANTING = Act(
    "Quyết định thay cán bộ", "Ghi quyết định", "Đã ghi quyết định; phân công cũ kết thúc ngày phân công mới bắt đầu.",
    hint="Chưa chọn cán bộ thay thế thì địa bàn ghi là trống từ ngày thay.", question="Ghi quyết định thay?", **OF,
)  # fmt: skip
REFUSING = Act(
    "Không thay cán bộ", "Ghi quyết định", "Đã ghi: tiếp tục phân công cán bộ.", question="Ghi không thay?", **OF
)  # fmt: skip
FILLING = Act("Cử cán bộ theo dõi", "Ghi quyết định", "Đã ghi cán bộ theo dõi mới.", question="Ghi quyết định?", **OF)


@require_http_methods(["GET", "POST"])
@actor_required(*ASKERS)
def ask(request: ActorRequest, pk: UUID) -> HttpResponse:
    duty, form = queries.duty_in_view(request.actor, pk), forms.RequestForm(request.POST or None, today=clock.today())
    return act_page(
        request,
        duty if duty and policies.requester_for(request.actor, duty) else None,
        form,
        ASKING,
        lambda one, at: services.request_replacement(
            assignment=one, **form.values, id=form.id, by=request.actor, at=at
        ),
    )


@require_http_methods(["GET", "POST"])
@actor_required(*ASKERS)
def withdrawal(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.WithdrawForm(request.POST or None, today=clock.today())
    return act_page(
        request,
        _before(request, pk, ReplacementState.WITHDRAWN),
        form,
        WITHDRAWING,
        lambda one, at: services.withdraw_request(request=one, **form.values, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(*SPEAKERS)
def opinion(request: ActorRequest, pk: UUID, side: str) -> HttpResponse:
    who = SIDES.get(side)
    if who is None:
        raise Http404
    form = forms.OpinionForm(request.POST or None, today=clock.today())
    return act_page(
        request,
        _held(request, pk, lambda actor, one: policies.may_be_heard(actor, one, who)),
        form,
        replace(SAYING, title=f"Ý kiến: {who.label}"),
        lambda one, at: services.hear(request=one, side=who, **form.values, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def verification(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.VerifyForm(request.POST or None, today=clock.today())
    return act_page(
        request,
        _before(request, pk, ReplacementState.VERIFIED),
        form,
        VERIFYING,
        lambda one, at: services.verify_replacement(request=one, **form.values, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def proposal(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = _before(request, pk, ReplacementState.PROPOSED)
    form = forms.ProposeForm(request.POST or None, today=clock.today(), posts=_posts(found))
    return act_page(
        request,
        found,
        form,
        PROPOSING,
        lambda one, at: services.propose_replacement(
            request=one, **_with_successor(request, form), by=request.actor, at=at
        ),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.STANDING)
def grant(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = _before(request, pk, ReplacementState.GRANTED)
    form = forms.GrantForm(request.POST or None, today=clock.today(), posts=_posts(found))
    return act_page(
        request,
        found,
        form,
        GRANTING,
        lambda one, at: services.grant_replacement(
            request=one, **_with_successor(request, form), by=request.actor, at=at
        ),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.STANDING)
def refusal(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.RefuseForm(request.POST or None, today=clock.today())
    return act_page(
        request,
        _before(request, pk, ReplacementState.REFUSED),
        form,
        REFUSING,
        lambda one, at: services.refuse_replacement(request=one, **form.values, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.STANDING)
def successor(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = _held(request, pk, policies.may_fill)
    form = forms.FillForm(request.POST or None, today=clock.today(), posts=_posts(found))
    return act_page(
        request,
        found,
        form,
        FILLING,
        lambda one, at: services.name_successor(request=one, **_with_successor(request, form), by=request.actor, at=at),
    )


def _posts(found: Any) -> list[tuple[str, str]]:
    """Whom that request may be answered with; nobody where there is none."""
    if found is None:
        return []
    return queries.posts_offered(found.province_id, clock.today(), instead_of=found.cadre_id)


def _with_successor(request: ActorRequest, form: Any) -> dict[str, Any]:
    """What is typed, the post chosen as the cadre with the agency."""
    given = {name: value for name, value in form.values.items() if name != "post"}
    post = queries.post_named(request.actor.province or 0, clock.today(), form.cleaned_data["post"])
    return given | {"cadre": post.cadre if post else None, "agency": post.agency if post else None}


def _before(request: ActorRequest, pk: UUID, then: ReplacementState) -> Any:
    return _held(request, pk, lambda actor, one: policies.may_move(actor, one, then))


def _held(request: ActorRequest, pk: UUID, may: Callable[[Actor, Any], bool]) -> Any:
    """The request that the person may act on; whoever may not finds nothing."""
    found = queries.request_in_view(request.actor, pk)
    return found if found and may(request.actor, found) else None
