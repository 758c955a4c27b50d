"""The frame around every page: who is signed in, where that role can go, and the mark of a demonstration."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from django.http import HttpRequest
from django.urls import reverse

from diaban.kit import clock
from diaban.kit.actors import Actor, Role
from diaban.kit.shell import NavItem, Person, Shell
from diaban.people.policies import READERS

Place = tuple[str, str, str, str]
"""A label, the name of a view, an icon, and the shorter label on a phone."""
HOME: Place = ("Trang của tôi", "desk:home", "home", "Trang tôi")
COMMUNES: Place = ("Địa bàn", "desk:communes", "pin", "")
PROGRAMMES: Place = ("Chương trình", "planning:programmes", "doc", "")
DEADLINES: Place = ("Kỳ hạn", "deadlines:deadlines", "clock", "")
REPORTS: Place = ("Báo cáo", "reporting:reports", "table", "")
VISITS: Place = ("Chuyến đi", "fieldwork:visits", "map", "")
DIFFICULTIES: Place = ("Khó khăn", "fieldwork:difficulties", "flag", "")
SUPPORTS: Place = ("Hỗ trợ", "fieldwork:supports", "users", "")
INNOVATIONS: Place = ("Mô hình", "fieldwork:innovations", "edit", "")
FORMS: Place = ("Phiếu nhận xét", "assessment:assessments", "edit", "Nhận xét")
REPLACING: Place = ("Thay thế cán bộ", "replacement:requests", "swap", "Thay thế")
REVIEWS: Place = ("Nhận xét cơ quan", "assessment:reviews", "edit", "")
RATINGS: Place = ("Kết quả theo dõi", "ranking:rounds", "table", "Kết quả")
COMMITMENTS: Place = ("Cam kết", "fieldwork:commitments", "check", "")
BULLETINS: Place = ("Bản tin", "exchange:bulletins", "chat", "")
CALENDAR: Place = ("Lịch", "exchange:calendar", "cal", "")
AGENCIES: Place = ("Cơ quan", "desk:agencies", "users", "")
ACTS: Place = ("Việc của cơ quan", "fieldwork:agency_acts", "ins", "Việc cơ quan")
INSPECTIONS: Place = ("Kiểm tra, giám sát", "oversight:inspections", "shield", "Kiểm tra")
FINDINGS: Place = ("Kết luận kiểm tra", "oversight:findings", "shield", "Kết luận")
RECORD: Place = ("Ghi chuyến đi", "fieldwork:visit_new", "plus", "Ghi chuyến")
WRITE: Place = ("Viết bản tin", "exchange:bulletin_new", "plus", "Bản tin")
ASSIGNMENTS: Place = ("Nhập phân công", "intake:assignments", "ins", "Phân công")
BURDEN: Place = ("Gánh nặng ghi chép", "desk:burden", "clock", "")
JOURNAL: Place = ("Nhật ký ghi nhận", "journal:journal", "shield", "Nhật ký")
REMINDERS: Place = ("Nhắc việc", "reminders:reminders", "bell", "")
DELIVERIES: Place = ("Gửi nhắc việc", "reminders:deliveries", "chat", "")
NEWS: Place = ("Tin hoạt động", "newsroom:list", "news", "Tin")
DIRECTIVES: Place = ("Văn bản", "regulations:directives", "doc", "")
RULES: Place = ("Bộ quy tắc", "regulations:rule_sets", "shield", "Quy tắc")
TRYING: Place = ("Thử quy tắc", "ranking:trying", "search", "")
WIDE = 5
"""How many places stand in the masthead; the others open beneath it."""
PRIMARY = frozenset({RECORD[1], WRITE[1]})
"""The one act in the centre of the phone's bar."""
_KEEPS = (PROGRAMMES, REPORTS, FORMS, REPLACING, DEADLINES, COMMITMENTS, INNOVATIONS)
_WORK = (VISITS, SUPPORTS, *_KEEPS)
_OVERSEES = (
    HOME,
    COMMUNES,
    DIFFICULTIES,
    PROGRAMMES,
    REPORTS,
    FORMS,
    REPLACING,
    DEADLINES,
    VISITS,
    SUPPORTS,
    INNOVATIONS,
    BULLETINS,
    CALENDAR,
)
PLACES: dict[Role, tuple[Place, ...]] = {
    Role.CADRE: (HOME, COMMUNES, RECORD, DIFFICULTIES, CALENDAR, *_WORK, BULLETINS, RATINGS, FINDINGS),
    Role.COMMUNE: (HOME, VISITS, WRITE, DIFFICULTIES, CALENDAR, SUPPORTS, BULLETINS, *_KEEPS, COMMUNES),
    Role.AGENCY: (
        HOME,
        COMMUNES,
        PROGRAMMES,
        REPORTS,
        DEADLINES,
        DIFFICULTIES,
        FORMS,
        REPLACING,
        REVIEWS,
        RATINGS,
        ACTS,
        VISITS,
        SUPPORTS,
        INNOVATIONS,
        CALENDAR,
        FINDINGS,
    ),
    Role.BOARD: (
        HOME,
        COMMUNES,
        DEADLINES,
        PROGRAMMES,
        REPORTS,
        DIFFICULTIES,
        FORMS,
        REPLACING,
        REVIEWS,
        RATINGS,
        AGENCIES,
        VISITS,
        SUPPORTS,
        INNOVATIONS,
        BULLETINS,
        ACTS,
        TRYING,
        INSPECTIONS,
    ),
    Role.STANDING: (*_OVERSEES, REVIEWS, RATINGS, AGENCIES, TRYING, INSPECTIONS),
    Role.INSPECTOR: (HOME, INSPECTIONS, *_OVERSEES[1:], REVIEWS, RATINGS, AGENCIES, ACTS),
    Role.DISTRICT: _OVERSEES,
}


def shell(request: HttpRequest) -> dict[str, object]:
    """Context processor: `shell` for ui/base.html."""
    actor: Actor | None = getattr(request, "actor", None)
    nav = tuple(_marked(_places(actor), request.path))
    return {
        "shell": Shell(
            owner="Chương trình theo dõi xã, phường, thị trấn",
            nav=nav[:WIDE],
            more=nav[WIDE:],
            tabs=nav[:5] if actor else (),
            person=_person(request, actor),
            mark=_mark(actor),
            search_href=reverse("desk:search") if nav and actor and actor.role in READERS else "",
        )
    }


def _mark(actor: Actor | None) -> str:
    """Tells one account in one role from all others on a shared device, and says nothing of either."""
    if actor is None or actor.account is None:
        return ""
    return hashlib.sha256(f"{actor.account} {actor.role}".encode()).hexdigest()[:16]


def _places(actor: Actor | None) -> list[NavItem]:
    """Where a role goes, the daily things first; the first five stand on the phone's bar."""
    if actor is not None and actor.is_(Role.AUDITOR):
        return [_item(one) for one in (JOURNAL, NEWS, DIRECTIVES)]
    if actor is None or actor.role not in READERS or actor.province is None:
        return [_item(one) for one in (NEWS, DIRECTIVES)]
    items = [_item(one) for one in PLACES[actor.role]]
    items.append(NavItem("Tổng hợp", reverse("dashboards:summary", args=[clock.year_summed_up()]), icon="table"))
    items.append(_item(REMINDERS))
    if actor.is_(Role.BOARD):
        items += [_item(ASSIGNMENTS), _item(BURDEN), _item(DELIVERIES), _item(JOURNAL)]
    return [*items, *(_item(one) for one in (NEWS, DIRECTIVES, RULES))]


def _item(place: Place) -> NavItem:
    label, name, icon, short = place
    return NavItem(label, reverse(name), icon=icon, short=short, primary=name in PRIMARY)


def _marked(items: list[NavItem], path: str) -> Iterator[NavItem]:
    """The one place where the page stands: the longest address that it begins with; the first page's is nobody's."""
    begun = (item.href for item in items if path == item.href or (item.href != "/" and path.startswith(item.href)))
    here = max(begun, key=len, default="")
    return (replace(item, current=item.href == here) for item in items)


def _person(request: HttpRequest, actor: Actor | None) -> Person | None:
    if actor is None:
        return None
    several = len(getattr(request, "grants", [])) > 1
    return Person(name=actor.name, role=actor.role.label, roles_href=reverse("people:roles") if several else None)
