"""The frame around every page: who is signed in, where that role can go, and the mark of a demonstration."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from django.http import HttpRequest
from django.urls import reverse

from diaban.dashboards.policies import may_see_summary
from diaban.kit import clock
from diaban.kit.actors import Actor, Role
from diaban.kit.shell import NavItem, Person, Shell


def shell(request: HttpRequest) -> dict[str, object]:
    """Context processor: `shell` for ui/base.html."""
    actor: Actor | None = getattr(request, "actor", None)
    nav = tuple(_marked(_places(actor), request.path))
    return {
        "shell": Shell(
            owner="Chương trình theo dõi xã, phường, thị trấn",
            nav=nav,
            tabs=nav[:5] if actor else (),
            person=_person(request, actor),
            mark=_mark(actor),
        )
    }


def _mark(actor: Actor | None) -> str:
    """Tells one account in one role from all others on a shared device, and says nothing of either."""
    if actor is None or actor.account is None:
        return ""
    return hashlib.sha256(f"{actor.account} {actor.role}".encode()).hexdigest()[:16]


def _places(actor: Actor | None) -> list[NavItem]:
    items = []
    if actor and may_see_summary(actor):
        summary = reverse("dashboards:summary", args=[clock.year_summed_up()])
        items.append(NavItem("Tổng hợp", summary, icon="home"))
        items.append(NavItem("Số liệu", reverse("dashboards:figures", args=[clock.year_summed_up()]), icon="table"))
    if actor and actor.is_(Role.BOARD):
        items.append(NavItem("Nhập phân công", reverse("intake:assignments"), icon="ins", short="Phân công"))
    items.append(NavItem("Tin hoạt động", reverse("newsroom:list"), icon="news", short="Tin"))
    items.append(NavItem("Văn bản", reverse("regulations:directives"), icon="doc"))
    if actor:
        items.append(NavItem("Bộ quy tắc", reverse("regulations:rule_sets"), icon="shield", short="Quy tắc"))
    return items


def _marked(items: list[NavItem], path: str) -> Iterator[NavItem]:
    """The one place where the page stands: the longest address that it begins with."""
    here = max((item.href for item in items if path.startswith(item.href)), key=len, default="")
    return (replace(item, current=item.href == here) for item in items)


def _person(request: HttpRequest, actor: Actor | None) -> Person | None:
    if actor is None:
        return None
    several = len(getattr(request, "grants", [])) > 1
    return Person(name=actor.name, role=actor.role.label, roles_href=reverse("people:roles") if several else None)
