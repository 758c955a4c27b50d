"""The public register of directives, and the rule sets with the source of every parameter."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from diaban.kit import clock
from diaban.kit.actors import ActorRequest
from diaban.people.access import actor_required
from diaban.regulations import policies, queries


@require_GET
def directive_list(request: HttpRequest) -> HttpResponse:
    directives = queries.in_force(policies.public_directives(), clock.today())
    return render(request, "regulations/directive_list.html", {"directives": directives})


@require_GET
@actor_required()
def rule_set_list(request: ActorRequest) -> HttpResponse:
    rule_sets = queries.with_counts(policies.visible_rule_sets(request.actor))
    return render(request, "regulations/rule_set_list.html", {"rule_sets": rule_sets, "today": clock.today()})


@require_GET
@actor_required()
def rule_set_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    rule_set = get_object_or_404(policies.visible_rule_sets(request.actor), pk=pk)
    sections = queries.sheet_of(rule_set)
    lines = [line for section in sections for line in section.lines]
    context = {
        "rule_set": rule_set,
        "sections": sections,
        "total": len(lines),
        "own": sum(line.is_own_default for line in lines),
    }
    return render(request, "regulations/rule_set_detail.html", context)
