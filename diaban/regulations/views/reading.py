"""The public register of directives, and the rule sets with the source of every parameter."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from diaban.kit import clock
from diaban.kit.actors import ActorRequest
from diaban.people.access import actor_required
from diaban.people.queries import province_of
from diaban.regulations import policies, queries
from diaban.regulations.rules.directives import RuleSetState
from diaban.regulations.rules.rating_words import rating_words


@require_GET
def directive_list(request: HttpRequest) -> HttpResponse:
    directives = queries.in_force(policies.public_directives(), clock.today())
    return render(request, "regulations/directive_list.html", {"directives": directives})


@require_GET
@actor_required()
def rule_set_list(request: ActorRequest) -> HttpResponse:
    today = clock.today()
    province = province_of(request.actor)
    context = {
        "rule_sets": queries.with_counts(policies.visible_rule_sets(request.actor)),
        "today": today,
        "years": queries.ruled_years(province, range(today.year - 1, today.year + 2)) if province else [],
    }
    return render(request, "regulations/rule_set_list.html", context)


@require_GET
@actor_required()
def rule_set_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    rule_set = in_view(request, pk)
    sections = queries.sheet_of(rule_set)
    lines = [line for section in sections for line in section.lines]
    draft = rule_set.state == RuleSetState.DRAFT
    mine = policies.may_regulate(request.actor, rule_set.province)
    others = policies.visible_rule_sets(request.actor).exclude(pk=pk)
    context = {
        "rule_set": rule_set,
        "sections": sections,
        "total": len(lines),
        "own": sum(line.is_own_default for line in lines),
        "may_change": draft and mine,
        "may_copy": policies.may_copy(request.actor),
        "wrong": queries.wrong_in(rule_set) if draft else [],
        "words": rating_words(queries.values_of(rule_set)),
        "may_try": policies.may_try(request.actor),
        "others": others.order_by("-starts_on", "name"),
    }
    return render(request, "regulations/rule_set_detail.html", context)


def in_view(request: ActorRequest, pk: UUID) -> Any:
    """A set that the person may read; any other is not there."""
    return get_object_or_404(policies.visible_rule_sets(request.actor), pk=pk)
