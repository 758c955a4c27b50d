"""What is done with a difficulty: each act a page of its own, for those who may."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from diaban.fieldwork import policies, services
from diaban.fieldwork.forms import difficulties as forms
from diaban.fieldwork.queries.difficulties import difficulty_in_view
from diaban.fieldwork.queries.duties import agency_choices, agency_named
from diaban.kit import clock
from diaban.kit.actors import Actor, ActorRequest, Role
from diaban.kit.acts import Act, act_page
from diaban.kit.forms import RecordForm
from diaban.people.access import actor_required
from diaban.people.policies import READERS

OF = {"of": "fieldwork:difficulty", "all": "fieldwork:difficulties", "list_title": "Khó khăn, vướng mắc"}
ROUTING = Act("Chuyển nơi giải quyết", "Chuyển", "Đã chuyển nơi giải quyết.", "Hạn trả lời tính lại từ hôm nay.", **OF)
ANSWER = Act("Trả lời", "Gửi trả lời", "Đã gửi trả lời.", "Bên nêu xem rồi cho biết có chấp nhận không.", **OF)
EXTENSION = Act(
    "Gia hạn trả lời",
    "Gia hạn",
    "Đã gia hạn trả lời.",
    "Mỗi việc chỉ được gia hạn một lần, thêm không quá một thời hạn trả lời.",
    question="Gia hạn trả lời việc này? Mỗi việc chỉ được gia hạn một lần, sau đó không sửa được hạn mới.",
    **OF,
)
GRADE = Act("Đánh giá trả lời", "Ghi đánh giá", "Đã ghi đánh giá của xã.", **OF)
ACCEPTANCE = Act("Xác nhận đã giải quyết", "Xác nhận", "Đã xác nhận việc được giải quyết.", **OF)
CLOSING = Act(
    "Kết thúc việc không giải quyết được",
    "Kết thúc",
    "Đã kết thúc, có lý do.",
    question="Kết thúc việc này? Bên nêu sẽ được báo lý do; việc vẫn có thể chuyển lại cho nơi khác.",
    **OF,
)


@require_http_methods(["GET", "POST"])
@actor_required(*READERS)
def difficulty_routing(request: ActorRequest, pk: UUID) -> HttpResponse:
    province, today = request.actor.province or 0, clock.today()
    form = forms.RoutingForm(request.POST or None, agencies=agency_choices(province, today), today=today)

    def work(found: Any, at: datetime) -> Any:
        given = form.values | {"owner": agency_named(province, today, form.cleaned_data["owner"])}
        return services.route_difficulty(difficulty=found, **given, by=request.actor, at=at)

    return _page(request, pk, form, ROUTING, policies.may_route, work)


@require_http_methods(["GET", "POST"])
@actor_required(*READERS)
def difficulty_answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.AnswerForm(request.POST or None, files=request.FILES or None, today=clock.today())

    def work(found: Any, at: datetime) -> Any:
        return services.answer_difficulty(difficulty=found, **form.values, by=request.actor, at=at)

    return _page(request, pk, form, ANSWER, policies.may_answer, work)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def difficulty_extension(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.ExtensionForm(request.POST or None, today=clock.today())

    def work(found: Any, at: datetime) -> Any:
        return services.extend_difficulty(difficulty=found, **form.values, by=request.actor, at=at)

    return _page(request, pk, form, EXTENSION, policies.may_extend, work)


@require_http_methods(["GET", "POST"])
@actor_required(Role.COMMUNE)
def difficulty_grade(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.GradeForm(request.POST or None, today=clock.today())

    def work(found: Any, at: datetime) -> Any:
        return services.grade_answer(difficulty=found, **form.values, by=request.actor, at=at)

    return _page(request, pk, form, GRADE, policies.may_confirm, work)


@require_http_methods(["GET", "POST"])
@actor_required(Role.COMMUNE, Role.CADRE)
def difficulty_acceptance(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.AcceptanceForm(request.POST or None, today=clock.today())

    def work(found: Any, at: datetime) -> Any:
        return services.accept_answer(difficulty=found, **form.values, by=request.actor, at=at)

    return _page(request, pk, form, ACCEPTANCE, policies.may_accept, work)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def difficulty_closing(request: ActorRequest, pk: UUID) -> HttpResponse:
    form = forms.ClosingForm(request.POST or None, today=clock.today())

    def work(found: Any, at: datetime) -> Any:
        return services.close_difficulty(difficulty=found, **form.values, by=request.actor, at=at)

    return _page(request, pk, form, CLOSING, policies.may_close, work)


def _page(
    request: ActorRequest,
    pk: UUID,
    form: RecordForm,
    what: Act,
    may: Callable[[Actor, Any], bool],
    work: Callable[[Any, datetime], Any],
) -> HttpResponse:
    """Whoever may not, or does not see it, finds no such page."""
    found = difficulty_in_view(request.actor, pk)
    return act_page(request, found if found and may(request.actor, found) else None, form, what, work)
