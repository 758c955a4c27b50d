"""A form goes its way: the paper comes, it is returned with a reason, the year is concluded, the cadre answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from diaban.assessment import policies, services
from diaban.assessment.forms import AnswerForm, DocumentsForm, PaperForm, ReleaseForm, ReturnAssessmentForm
from diaban.assessment.queries import forms as queries
from diaban.kit import clock
from diaban.kit.actors import Actor, ActorRequest, Role
from diaban.kit.acts import Act, act_page
from diaban.kit.forms import acknowledge, act
from diaban.people.access import actor_required
from diaban.people.queries import province_of

OF = {"of": "assessment:assessment", "list_title": "Phiếu nhận xét"}
NOTING = Act("Nhận bản giấy", "Ghi nhận", "Đã ghi nhận bản giấy của phiếu.", **OF)
FILING = Act(
    "Kèm tài liệu vào phiếu", "Kèm tài liệu", "Đã kèm tài liệu vào phiếu.",
    hint="Tài liệu niêm phong cùng phiếu: ai đọc được phiếu thì đọc được. PDF, Word, Excel hoặc ảnh, mỗi tệp tối đa "
    "10 MB, nhiều nhất 5 tệp. Tệp đã kèm không xóa được.", **OF,
)  # fmt: skip
RETURNING = Act(
    "Trả lại phiếu", "Trả lại", "Đã trả lại phiếu cho Đảng ủy xã.",
    hint="Phiếu giữ nguyên như khi gửi; Đảng ủy xã viết bản mới. Đề nghị thay thế nêu trong phiếu thôi xét.", **OF,
)  # fmt: skip
ANSWERING = Act(
    "Ý kiến về phiếu", "Gửi ý kiến", "Đã gửi ý kiến; ý kiến được lưu cùng phiếu.",
    question="Gửi ý kiến? Đồng chí có ý kiến một lần; sau khi gửi không sửa được.", **OF,
)  # fmt: skip


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def paper(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = _held(request, pk, _keeps)
    form = PaperForm(request.POST or None, files=request.FILES or None, today=clock.today())
    return act_page(
        request,
        found if found and not found.returned_at else None,
        form,
        NOTING,
        lambda one, at: services.note_paper_received(assessment=one, **form.values, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.COMMUNE, Role.BOARD)
def documents(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = DocumentsForm(request.POST or None, files=request.FILES or None, today=clock.today())
    return act_page(
        request,
        _held(request, pk, policies.may_file),
        form,
        FILING,
        lambda one, at: services.file_documents(assessment=one, **form.values, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def returning(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = ReturnAssessmentForm(request.POST or None, today=clock.today())
    return act_page(
        request,
        _held(request, pk, _keeps),
        form,
        RETURNING,
        lambda one, at: services.return_assessment(assessment=one, **form.values, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE)
def answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = AnswerForm(request.POST or None, today=clock.today())
    return act_page(
        request,
        _held(request, pk, policies.may_answer),
        form,
        ANSWERING,
        lambda one, at: services.answer_assessment(assessment=one, **form.values, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def release(request: ActorRequest, year: int) -> HttpResponse:
    """The Standing Committee's conclusion is entered; the forms of the year are opened to whom they are about."""
    at, province = clock.now(), province_of(request.actor)
    if province is None or not 2015 <= year <= clock.today().year:
        raise Http404
    form = ReleaseForm(request.POST or None, today=clock.today())
    if form.is_valid():
        done = act(
            form,
            lambda: services.release_year(province=province, year=year, **form.values, by=request.actor, at=at),
        )
        if done:
            acknowledge(request, form, done, f"Đã ghi kết luận và mở phiếu nhận xét năm {year}.", at=at)
            return redirect("assessment:assessments")
    context = {"form": form, "year": year, "waits": queries.waiting_of(request.actor, province, year, clock.today())}
    return render(request, "assessment/release.html", context, status=form.status)


def _keeps(actor: Actor, form: Any) -> bool:
    return policies.may_receive(actor, form.province_id)


def _held(request: ActorRequest, pk: UUID, may: Callable[[Actor, Any], bool]) -> Any:
    """The form that the person may act on; whoever may not finds nothing."""
    found = queries.form_in_view(request.actor, pk)
    return found if found and may(request.actor, found) else None
