"""An agency's leadership judges its own year beside the facts of its cadres; the Board comments."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from diaban.assessment import policies, services
from diaban.assessment.forms import CommentForm, ReviewForm
from diaban.assessment.listings import REVIEWS, review_rows
from diaban.assessment.queries import agencies as queries
from diaban.assessment.rules import Fixed
from diaban.documents.exports import list_response
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.acts import Act, act_page
from diaban.kit.forms import acknowledge, act
from diaban.kit.listing import open_listing
from diaban.people.access import actor_required

WATCHERS = (Role.BOARD, Role.STANDING, Role.INSPECTOR, Role.AGENCY)
COMMENTING = Act(
    "Ý kiến của Ban Tổ chức", "Ghi ý kiến", "Đã ghi ý kiến của Ban Tổ chức.",
    question="Ghi ý kiến và mức đề xuất? Sau khi ghi không sửa được.",
    of="assessment:review", list_title="Nhận xét cơ quan",
)  # fmt: skip


@require_GET
@actor_required(*WATCHERS)
def reviews(request: ActorRequest) -> HttpResponse:
    page = open_listing(REVIEWS, review_rows(request.actor), request.GET, today=clock.today())
    return render(request, "assessment/reviews.html", {"page": page, "made_at": clock.now()})


@require_GET
@actor_required(*WATCHERS)
def reviews_file(request: ActorRequest) -> HttpResponse:
    page = open_listing(REVIEWS, review_rows(request.actor), request.GET, today=clock.today())
    return list_response(page, name="nhan-xet-co-quan", title="Nhận xét tập thể lãnh đạo cơ quan", at=clock.now())


@require_GET
@actor_required(*WATCHERS)
def of_agency(request: ActorRequest, agency: UUID, year: int) -> HttpResponse:
    """The review of an agency and a year; for its leadership, where there is none, the page to write it."""
    found = queries.review_of(request.actor, agency, year)
    if found is not None:
        return redirect("assessment:review", pk=found.pk)
    house = queries.agency_in_view(request.actor, agency)
    if house is None or not policies.may_review(request.actor, house):
        raise Http404
    return redirect("assessment:review_write", agency=agency, year=year)


@require_http_methods(["GET", "POST"])
@actor_required(Role.AGENCY)
def write(request: ActorRequest, agency: UUID, year: int) -> HttpResponse:
    at, today = clock.now(), clock.today()
    house = queries.agency_in_view(request.actor, agency)
    if house is None or not policies.may_review(request.actor, house) or not 2015 <= year <= today.year:
        raise Http404
    if request.method == "GET" and queries.review_of(request.actor, agency, year):
        return redirect("assessment:of_agency", agency=agency, year=year)
    before = queries.review_of(request.actor, agency, year - 1)
    named = bool(before and before.shortcomings)
    form = ReviewForm(request.POST or None, initial={} if named else {"fixed": Fixed.NONE}, today=today)
    if form.is_valid():
        made = act(
            form,
            lambda: services.review_agency(agency=house, year=year, **form.values, id=form.id, by=request.actor, at=at),
        )
        if made:
            acknowledge(request, form, made, "Đã gửi bản nhận xét tới Ban Tổ chức Tỉnh ủy.", at=at)
            return redirect("assessment:review", pk=made.pk)
    context = {"form": form, "agency": house, "year": year, "before": before, "named": named}
    context |= {"facts": queries.facts_of(request.actor, house, year, today=today)}
    context |= {"owed": queries.owed_for(request.actor, house, year, today=today)}
    return render(request, "assessment/review_write.html", context, status=form.status)


@require_GET
@actor_required(*WATCHERS)
def review(request: ActorRequest, pk: UUID) -> HttpResponse:
    actor, found = request.actor, _in_view(request, pk)
    context = {
        "review": found,
        "facts": queries.facts_of(actor, found.agency, found.year, today=clock.today()),
        "views": queries.commune_views(actor, found.agency, found.year),
        "before": queries.review_of(actor, found.agency_id, found.year - 1),
        "comments": policies.may_receive(actor, found.province_id) and not found.board_level,
    }
    return render(request, "assessment/review.html", context)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def comment(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = queries.review_in_view(request.actor, pk)
    form = CommentForm(request.POST or None, today=clock.today())
    return act_page(
        request,
        found if found and policies.may_receive(request.actor, found.province_id) else None,
        form,
        COMMENTING,
        lambda one, at: services.comment_agency_review(review=one, **form.values, by=request.actor, at=at),
    )


def _in_view(request: ActorRequest, pk: UUID) -> Any:
    found = queries.review_in_view(request.actor, pk)
    if found is None:
        raise Http404
    return found
