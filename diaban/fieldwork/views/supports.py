"""Support: the list, one line with its value in words, and what each side does with it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from diaban.attachments.queries import attachment_of, attachments_of
from diaban.attachments.responses import file_response
from diaban.documents.exports import list_response
from diaban.fieldwork import policies, services
from diaban.fieldwork.forms.supports import ReversalForm, SupportDisputeForm, SupportForm
from diaban.fieldwork.listings.supports import SUPPORTS, rows, waiting
from diaban.fieldwork.queries.sittings import Asked, asked
from diaban.fieldwork.queries.supports import support_in_view, support_to_mend
from diaban.fieldwork.queries.visits import communes_to_choose, course_of
from diaban.fieldwork.rules import CONFIRMATION_NEXT, Confirmation
from diaban.fieldwork.views.saying import tap
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.acts import Act, act_page
from diaban.kit.formats import money, number
from diaban.kit.forms import acknowledge, act
from diaban.kit.listing import open_listing, ticked
from diaban.kit.money import words_vnd
from diaban.people.access import actor_required
from diaban.people.policies import READERS
from diaban.places.queries import in_a_sentence

DISPUTE = Act("Không thống nhất", "Gửi ý kiến", "Đã gửi ý kiến của xã.", of="fieldwork:support", list_title="Hỗ trợ")
REVERSAL = Act(
    "Điều chỉnh dòng hỗ trợ",
    "Điều chỉnh",
    "Đã điều chỉnh. Nếu có dòng đúng thay thế, đồng chí ghi ngay tại trang này.",
    "Dòng đã ghi được giữ nguyên; một dòng điều chỉnh cùng ngày, giá trị âm được ghi thêm để tổng số đúng.",
    "Điều chỉnh dòng này? Dòng điều chỉnh đã ghi thì không rút lại được.",
    of="fieldwork:support",
    list_title="Hỗ trợ",
)


@require_GET
@actor_required(*READERS)
def supports(request: ActorRequest) -> HttpResponse:
    page = open_listing(SUPPORTS, rows(request.actor), request.GET, today=clock.today())
    return render(request, "fieldwork/supports.html", {"page": page, "made_at": clock.now(), "actor": request.actor})


@require_GET
@actor_required(*READERS)
def supports_file(request: ActorRequest) -> HttpResponse:
    page = open_listing(SUPPORTS, rows(request.actor), request.GET, today=clock.today())
    return list_response(page, name="ho-tro", title="Hoạt động hỗ trợ", at=clock.now())


@require_POST
@actor_required(Role.COMMUNE)
def supports_confirm(request: ActorRequest) -> HttpResponse:
    """The ticked lines, and back to the same list."""
    at, chosen = clock.now(), ticked(waiting(request.actor), request.POST.getlist("chon"))
    nothing = "Chưa chọn dòng hỗ trợ nào cần xác nhận."
    return tap(
        request,
        key="xac-nhan-ho-tro",
        work=lambda: services.confirm_supports(supports=chosen, by=request.actor, at=at),
        said=lambda done: f"Đã xác nhận {number(done)} dòng hỗ trợ." if done else nothing,
        back=f"{reverse('fieldwork:supports')}?{request.GET.urlencode()}",
        at=at,
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE, Role.BOARD)
def support_new(request: ActorRequest) -> HttpResponse:
    """A support outside a visit; or the right line in place of one that was taken back."""
    at, today = clock.now(), clock.today()
    what = asked(request.actor, request.GET, today)
    mended = support_to_mend(request.actor, request.GET["thay"]) if "thay" in request.GET else None
    if what is None or ("thay" in request.GET and mended is None):
        raise Http404
    if not what.duties:
        communes = communes_to_choose(request.actor, today) if request.actor.is_(Role.BOARD) else []
        return render(request, "fieldwork/choose_commune.html", {"communes": communes, "title": "Ghi hỗ trợ"})
    form = SupportForm(
        request.POST if request.method == "POST" else None,
        files=request.FILES or None,
        initial=_first(what, mended, today),
        duties=what.duty_pairs,
        today=today,
    )
    if form.is_valid():
        support = act(form, lambda: _record(request, form, what, at))
        if support:
            said = f"Đã ghi hỗ trợ tại {in_a_sentence(support.commune.name)}, {_worth(support.value_vnd)}."
            acknowledge(request, form, support, said, at=at)
            return redirect("fieldwork:support", pk=support.pk)
    return render(request, "fieldwork/support_new.html", {"form": form, "mended": mended}, status=form.status)


def _first(what: Asked, mended: Any, today: date) -> dict[str, Any]:
    if mended is None:
        return {name: value for name, value in what.first(today).items() if name == "duty"} | {"supported_on": today}
    same = ("kind", "content", "source", "value_vnd", "value_basis", "households", "persons", "whole_vnd", "partners")
    duty = next((str(one.pk) for one in what.duties if one.commune_id == mended.commune_id), "")
    return {name: getattr(mended, name) for name in same} | {"supported_on": mended.supported_on, "duty": duty}


def _record(request: ActorRequest, form: SupportForm, what: Asked, at: datetime) -> Any:
    given = form.values
    duty = what.duty(given.pop("duty"))
    return services.record_support(assignment=duty, **given, id=form.id, by=request.actor, at=at)


def _worth(value: int) -> str:
    return f"giá trị {money(value)}" if value else "không quy ra tiền"


@require_GET
@actor_required(*READERS)
def support(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, actor = support_in_view(request.actor, pk), request.actor
    if found is None:
        raise Http404
    said, reversal = Confirmation(found.confirmation), getattr(found, "reversal", None)
    stands = reversal is None and found.reverses is None
    may_say, may_record = policies.may_confirm(actor, found) and stands, policies.may_record(actor, found)
    context = {
        "support": found,
        "reversal": reversal,
        "files": attachments_of(found),
        "course": course_of(found),
        "words": words_vnd(found.value_vnd),
        "today": clock.today(),
        "can": {
            "confirm": may_say and Confirmation.CONFIRMED in CONFIRMATION_NEXT[said],
            "dispute": may_say and Confirmation.DISPUTED in CONFIRMATION_NEXT[said],
            "reverse": may_record and stands,
            "mend": may_record and reversal is not None,
        },
    }
    return render(request, "fieldwork/support.html", context)


@require_GET
@actor_required(*READERS)
def support_file(request: ActorRequest, pk: UUID, file: UUID) -> HttpResponse:
    found = get_object_or_404(policies.visible_supports(request.actor), pk=pk)
    attachment = attachment_of(found, file)
    if attachment is None:
        raise Http404
    return file_response(attachment)


@require_POST
@actor_required(Role.COMMUNE)
def support_confirm(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, at = get_object_or_404(policies.visible_supports(request.actor), pk=pk), clock.now()
    return tap(
        request,
        key="xac-nhan-ho-tro",
        work=lambda: services.confirm_support(support=found, by=request.actor, at=at),
        said=lambda done: f"Đã xác nhận hỗ trợ “{done.content}”.",
        back=reverse("fieldwork:support", args=[pk]),
        at=at,
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.COMMUNE)
def support_dispute(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, form = support_in_view(request.actor, pk), SupportDisputeForm(request.POST or None)
    allowed = found is not None and policies.may_confirm(request.actor, found)
    return act_page(
        request,
        found if allowed else None,
        form,
        DISPUTE,
        lambda one, at: services.dispute_support(support=one, **form.values, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE, Role.BOARD)
def support_reverse(request: ActorRequest, pk: UUID) -> HttpResponse:
    found, form = support_in_view(request.actor, pk), ReversalForm(request.POST or None)
    allowed = found is not None and policies.may_record(request.actor, found)
    return act_page(
        request,
        found if allowed else None,
        form,
        REVERSAL,
        lambda one, at: services.reverse_support(support=one, **form.values, id=form.id, by=request.actor, at=at),
    )
