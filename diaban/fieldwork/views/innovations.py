"""Models and creative ways: proposed, taken on, offered, copied."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from diaban.documents.exports import list_response
from diaban.fieldwork import policies, services
from diaban.fieldwork.forms import innovations as forms
from diaban.fieldwork.listings.innovations import INNOVATIONS, rows
from diaban.fieldwork.queries.duties import duties, duty_of
from diaban.fieldwork.queries.innovations import adoption_to_tell, innovation_in_view, may_copy, next_steps
from diaban.fieldwork.rules import OFFERED, InnovationState
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.acts import Act, act_page
from diaban.kit.forms import RecordForm, acknowledge, act
from diaban.kit.listing import open_listing
from diaban.people.access import actor_required
from diaban.people.policies import READERS

OF = {"of": "fieldwork:innovation", "list_title": "Mô hình"}
STEP = Act("Ghi bước mới", "Ghi bước mới", "Đã ghi bước mới của mô hình.", **OF)
OFFER = Act("Giới thiệu mô hình", "Giới thiệu", "Đã giới thiệu mô hình cho các xã trong tỉnh.", **OF)
ADOPTION = Act("Làm theo mô hình", "Ghi làm theo", "Đã ghi việc làm theo mô hình.", **OF)
RESULT = Act(
    "Kết quả làm theo mô hình", "Ghi kết quả", "Đã ghi kết quả làm theo mô hình.",
    hint="Nơi nào đọc được mô hình cũng đọc được kết quả này.", **OF,
)  # fmt: skip


@require_GET
@actor_required(*READERS)
def innovations(request: ActorRequest) -> HttpResponse:
    page = open_listing(INNOVATIONS, rows(request.actor), request.GET, today=clock.today())
    return render(request, "fieldwork/innovations.html", {"page": page, "made_at": clock.now(), "actor": request.actor})


@require_GET
@actor_required(*READERS)
def innovations_file(request: ActorRequest) -> HttpResponse:
    page = open_listing(INNOVATIONS, rows(request.actor), request.GET, today=clock.today())
    return list_response(page, name="mo-hinh", title="Mô hình mới, cách làm sáng tạo", at=clock.now())


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE)
def innovation_new(request: ActorRequest) -> HttpResponse:
    at, today, actor = clock.now(), clock.today(), request.actor
    own = duties(actor, today)
    names = [(str(one.pk), one.commune.name) for one in own]
    form = forms.InnovationForm(request.POST or None, duties=names, today=today)
    if form.is_valid():
        given = form.values
        duty = duty_of(actor, today, given.pop("duty"))
        if duty is None:
            raise Http404
        made = act(
            form,
            lambda: services.propose_innovation(
                assignment=duty, proposed_on=today, **given, id=form.id, by=actor, at=at
            ),
        )
        if made:
            acknowledge(request, form, made, f"Đã đề xuất “{made.title}” với {made.commune}.", at=at)
            return redirect("fieldwork:innovation", pk=made.pk)
    return render(request, "fieldwork/innovation_new.html", {"form": form, "own": own}, status=form.status)


@require_GET
@actor_required(*READERS)
def innovation(request: ActorRequest, pk: UUID) -> HttpResponse:
    actor, found = request.actor, innovation_in_view(request.actor, pk)
    if found is None:
        raise Http404
    context = {
        "innovation": found,
        "form": RecordForm(),
        "steps": next_steps(actor, found),
        "may_offer": policies.may_offer(actor, found)
        and found.offered_on is None
        and InnovationState(found.state) in OFFERED,
        "may_copy": bool(may_copy(actor, found, clock.today())),
        "tellable": {one.pk for one in found.adoptions.all() if policies.may_tell_result(actor, one)},
    }
    return render(request, "fieldwork/innovation.html", context)


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE, Role.COMMUNE, Role.BOARD)
def innovation_step(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = innovation_in_view(request.actor, pk)
    steps = next_steps(request.actor, found) if found else []
    form = forms.StepForm(request.POST or None, states=steps, today=clock.today())

    def work(one: Any, at: datetime) -> Any:
        return services.advance_innovation(innovation=one, **form.values, by=request.actor, at=at)

    return act_page(request, found if steps else None, form, STEP, work)


@require_POST
@actor_required(Role.CADRE, Role.BOARD)
def innovation_offer(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = innovation_in_view(request.actor, pk)
    return act_page(
        request,
        found if found and policies.may_offer(request.actor, found) else None,
        RecordForm(request.POST),
        OFFER,
        lambda one, at: services.offer_innovation(innovation=one, by=request.actor, at=at),
    )


@require_http_methods(["GET", "POST"])
@actor_required(Role.COMMUNE, Role.BOARD)
def innovation_adoption(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The commune takes a model up for itself; the Board for a commune that reports on paper."""
    found = innovation_in_view(request.actor, pk)
    communes = {str(one.pk): one for one in may_copy(request.actor, found, clock.today())} if found else {}
    pairs = [(key, one.name) for key, one in communes.items()]
    form = forms.AdoptionForm(request.POST or None, communes=pairs, today=clock.today())

    def work(one: Any, at: datetime) -> Any:
        given = form.values | {"commune": communes[form.cleaned_data["commune"]]}
        return services.adopt_innovation(innovation=one, **given, id=form.id, by=request.actor, at=at)

    return act_page(request, found if communes else None, form, ADOPTION, work)


@require_http_methods(["GET", "POST"])
@actor_required(Role.COMMUNE, Role.BOARD)
def adoption_result(request: ActorRequest, pk: UUID, adoption: UUID) -> HttpResponse:
    copy = adoption_to_tell(request.actor, pk, adoption)
    form = forms.ResultForm(request.POST or None, initial={"result": copy.result if copy else ""}, today=clock.today())

    def work(_: Any, at: datetime) -> Any:
        return services.tell_result(adoption=copy, **form.values, by=request.actor, at=at) if copy else None

    return act_page(request, innovation_in_view(request.actor, pk) if copy else None, form, RESULT, work)
