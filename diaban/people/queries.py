"""Named reads about people: whose role it is on a day, and the Actor that follows from it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from diaban.kit.actors import Actor, Role
from diaban.kit.text import fold
from diaban.people.cast import CAST
from diaban.people.models import Account, Agency, Cadre, Post, RoleGrant
from diaban.places.models import Unit


def grants_on(account: Account, on: date) -> QuerySet[RoleGrant]:
    """The roles that an account holds on a day, the eldest first."""
    in_force = Q(ends_on=None) | Q(ends_on__gt=on)
    return (
        RoleGrant.objects.filter(in_force, account=account, starts_on__lte=on)
        .select_related("province", "unit", "agency", "cadre")
        .order_by("starts_on", "id")
    )


def actor_on(account: Account, on: date) -> Actor:
    """The person in the first of the roles held on the day; in none when there is none."""
    grant = grants_on(account, on).first()
    if grant is None:
        return Actor(account=account.pk, name=account.full_name, role=Role.NONE)
    return actor_for(account, grant, on=on)


def actor_for(account: Account, grant: RoleGrant, *, on: date) -> Actor:
    """The person in this role on this day, with the units and agencies that the role reaches."""
    return Actor(
        account=account.pk,
        name=account.full_name,
        role=Role(grant.role),
        grant=grant.pk,
        province=_province(grant),
        communes=_communes(grant, on),
        agencies=frozenset({grant.agency_id}) if grant.agency_id else frozenset(),
        cadre=grant.cadre_id,
    )


def _province(grant: RoleGrant) -> int | None:
    if grant.province_id:
        return grant.province_id
    if grant.unit:
        return grant.unit.province_id
    if grant.agency:
        return grant.agency.province_id
    return grant.cadre.province_id if grant.cadre else None


def _communes(grant: RoleGrant, on: date) -> frozenset[int]:
    if grant.role == Role.COMMUNE and grant.unit_id:
        return frozenset({grant.unit_id})
    if grant.role == Role.DISTRICT and grant.unit_id:
        return frozenset(Unit.objects.filter(parent_id=grant.unit_id).values_list("id", flat=True))
    return frozenset()


def scope_name(grant: RoleGrant) -> str:
    """What the role reaches, in words: «xã Pà Cò», «Sở Nội vụ», «Tỉnh Hòa Bình»."""
    if grant.unit:
        return grant.unit.name
    if grant.agency:
        return grant.agency.name
    if grant.cadre:
        return f"địa bàn của đồng chí {grant.cadre.full_name}"
    return grant.province.name if grant.province else "Toàn hệ thống"


def reach_of(actor: Actor) -> str:
    """What the role of this very person reaches; empty for the product itself."""
    if actor.grant is None:
        return ""
    return scope_name(RoleGrant.objects.select_related("province", "unit", "agency", "cadre").get(pk=actor.grant))


def said_of(actor: Actor, today: date) -> str:
    """Who stands under the name on a first page: a cadre's post and agency, else what the role reaches."""
    cadre = Cadre.objects.filter(pk=actor.cadre).first() if actor.cadre else None
    post = post_on(cadre, today) if cadre else None
    return post.said if post else reach_of(actor)


def province_of(actor: Actor) -> Unit | None:
    """The province that a person acts in."""
    return Unit.objects.filter(pk=actor.province).first() if actor.province else None


def agencies_on(province_id: int, on: date) -> QuerySet[Agency]:
    """The agencies of a province on a day."""
    return Agency.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=on), province_id=province_id, starts_on__lte=on
    ).order_by("group", "name")


def agency_named(name: str, on: date) -> Agency | None:
    """The agency in force whose name folds to the same text; none when there are several."""
    in_force = Q(ends_on=None) | Q(ends_on__gt=on)
    found = Agency.objects.filter(in_force, folded=fold(name), starts_on__lte=on)[:2]
    return found[0] if len(found) == 1 else None


def cadre_named(full_name: str) -> Cadre | None:
    """The one cadre of that name; none when there are several."""
    found = Cadre.objects.filter(folded=fold(full_name))[:2]
    return found[0] if len(found) == 1 else None


def account_of(username: str) -> Account | None:
    return Account.objects.filter(username=username, is_active=True).first()


def cast_present() -> list[dict[str, str]]:
    """The members of the named cast that exist here, for the demo's door: username, role and name."""
    found = dict(Account.objects.filter(username__in=[m.username for m in CAST]).values_list("username", "full_name"))
    return [{"key": m.username, "label": m.role.label, "name": found[m.username]} for m in CAST if m.username in found]


def post_on(cadre: Cadre, on: date) -> Post | None:
    """The post that a cadre holds on a day, the latest where there are several."""
    held = Q(ends_on=None) | Q(ends_on__gt=on)
    return cadre.posts.filter(held, starts_on__lte=on).select_related("agency").order_by("-starts_on", "id").first()


def agency_by_id(agency_id: UUID) -> Agency:
    return Agency.objects.get(pk=agency_id)


def account_by_id(account_id: UUID) -> Account | None:
    return Account.objects.filter(pk=account_id, is_active=True).first()
