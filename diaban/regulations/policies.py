"""Directives are public. Rule sets are for whoever is signed in. Only the Organisation Board changes either."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from diaban.kit.actors import Actor, Role
from diaban.places.models import Unit
from diaban.regulations.models import Directive, RuleSet
from diaban.regulations.rules.directives import RuleSetState


def may_regulate(actor: Actor, province: Unit | None) -> bool:
    """The Organisation Board rules its own province; the national default belongs to the product's set-up."""
    if province is None:
        return actor.account is None
    return actor.is_(Role.BOARD) and actor.province == province.pk


def may_copy(actor: Actor) -> bool:
    """Whoever may write a set of the own province may begin from any that is in view."""
    return actor.is_(Role.BOARD)


def may_try(actor: Actor) -> bool:
    """A trial shows everybody's proposed level, so it is for those who propose and decide."""
    return actor.is_(Role.BOARD, Role.STANDING)


def may_enter_days(actor: Actor) -> bool:
    """The calendar is the country's: any Organisation Board enters a decided day, and the audit says which did."""
    return actor.is_(Role.BOARD)


def public_directives() -> QuerySet[Directive]:
    return Directive.objects.select_related("amends", "replaced_by")


def visible_rule_sets(actor: Actor) -> QuerySet[RuleSet]:
    """The published sets of the actor's province and the national ones; drafts only for those who write them."""
    own = Q(province=None) | Q(province_id=actor.province)
    sets = RuleSet.objects.filter(own).select_related("directive", "province")
    return sets if actor.is_(Role.BOARD) else sets.filter(state=RuleSetState.PUBLISHED)
