"""Rule sets copied, changed, compared and published; the Board does it, whoever may read a set may compare it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.forms import acknowledge, act
from diaban.people.access import actor_required
from diaban.people.queries import province_of
from diaban.regulations import policies, queries, services
from diaban.regulations.forms import CopyForm, ParameterForm, PublishForm
from diaban.regulations.rules.directives import RuleSetState
from diaban.regulations.views.reading import in_view


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def copying(request: ActorRequest, pk: UUID) -> HttpResponse:
    at, source = clock.now(), in_view(request, pk)
    form = CopyForm(request.POST or None, today=clock.today())
    if form.is_valid():
        if (province := province_of(request.actor)) is None:
            raise Http404
        made = act(
            form,
            lambda: services.copy_rule_set(source=source, province=province, **form.given, by=request.actor, at=at),
        )
        if made:
            acknowledge(request, form, made, f"Đã chép thành “{made}”. Sửa từng phần rồi công bố.", at=at)
            return redirect("regulations:rule_set", pk=made.pk)
    context = {"form": form, "rule_set": source, "title": "Chép thành bộ mới", "send": "Chép", "question": ""}
    return render(request, "regulations/act.html", context, status=form.status)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def changing(request: ActorRequest, pk: UUID, section: str) -> HttpResponse:
    at, found = clock.now(), _draft(request, pk)
    part = next((one for one in queries.sheet_of(found) if one.id == section), None)
    if part is None:
        raise Http404
    rows = queries.parameters_of(found, [line.key for line in part.lines])
    initial = queries.as_typed(rows)
    form = ParameterForm(request.POST or None, keys=[row.key for row in rows], initial=initial, today=clock.today())
    if form.is_valid():
        known = queries.sources_of(rows)
        done = act(
            form,
            lambda: services.change_parameters(
                rule_set=found, changes=form.changes(known), seen=form.seen, by=request.actor, at=at
            ),
        )
        if done:
            acknowledge(request, form, done, f"Đã lưu phần “{part.title}”.", at=at)
            return redirect("regulations:rule_set", pk=pk)
    context = {"form": form, "rule_set": found, "part": part}
    return render(request, "regulations/change.html", context, status=form.status)


@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def publication(request: ActorRequest, pk: UUID) -> HttpResponse:
    at, found = clock.now(), _draft(request, pk)
    directives = {str(one.pk): one for one in queries.directives_of(found.province)}
    form = PublishForm(
        request.POST or None,
        directives=[(key, f"{one}, {one.title}") for key, one in directives.items()],
        initial={"starts_on": found.starts_on},
        today=clock.today(),
    )
    if form.is_valid():
        given = form.values | {"directive": directives.get(form.cleaned_data["directive"])}
        done = act(form, lambda: services.publish_rule_set(rule_set=found, **given, by=request.actor, at=at))
        if done:
            acknowledge(request, form, done, f"Đã công bố “{done}”, áp dụng từ {done.starts_on:%d/%m/%Y}.", at=at)
            return redirect("regulations:rule_set", pk=pk)
    question = "Công bố bộ quy tắc này? Sau khi công bố chỉ đọc; năm đang xét giữ bộ cũ, hạn đã lập không đổi."
    context = {"form": form, "rule_set": found, "title": "Công bố bộ quy tắc", "send": "Công bố", "question": question}
    return render(request, "regulations/act.html", context, status=form.status)


@require_GET
@actor_required()
def compare(request: ActorRequest, pk: UUID, other: UUID) -> HttpResponse:
    one, two = in_view(request, pk), in_view(request, other)
    beside = {line.key: line for section in queries.sheet_of(two) for line in section.lines}
    context = {"one": one, "two": two, "sections": queries.compared(one, two), "beside": beside}
    return render(request, "regulations/compare.html", context)


def _draft(request: ActorRequest, pk: UUID) -> Any:
    found = in_view(request, pk)
    if found.state != RuleSetState.DRAFT or not policies.may_regulate(request.actor, found.province):
        raise Http404
    return found
