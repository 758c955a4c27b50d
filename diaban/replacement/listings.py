"""Requests to replace as a list: what each person may read of them."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from diaban.kit import formats
from diaban.kit.actors import Actor
from diaban.kit.figures import Column, Kind
from diaban.kit.listing import Dates, Filter, ListColumn, Listing, Said, View
from diaban.replacement.models import Handover, ReplacementRequest
from diaban.replacement.policies import visible_handovers, visible_replacements
from diaban.replacement.rules import FALLEN, OPEN, ReplacementReason, ReplacementState, Requester, due_of

STATES, REASONS = dict(ReplacementState.choices()), dict(ReplacementReason.choices())
SIDES = dict(Requester.choices())


def rows(actor: Actor) -> QuerySet[ReplacementRequest]:
    return visible_replacements(actor)


def papers(actor: Actor) -> QuerySet[Handover]:
    return visible_handovers(actor)


def standing(state: str, verify_by: date, fill_by: date | None, hand_over_by: date | None, *, today: date) -> Said:
    """The step, and the day by which the next one is due."""
    label, due = STATES[state], due_of(state, verify_by, fill_by, hand_over_by)
    if due is None:
        return Said(label, "doing" if state in OPEN else ("off" if state in FALLEN else "ok"))
    return Said(f"{label}, hạn {formats.day(due)}", "late" if due < today else "doing")


REQUESTS = Listing(
    noun="đề nghị thay thế",
    columns=(
        ListColumn("Ngày đề nghị", "requested_on", Kind.DATE, sort=("requested_on",), margin=True),
        ListColumn("Địa bàn", "commune__name", sort=("commune__folded",), sub=Column("Năm", "year")),
        ListColumn("Cán bộ", "cadre__full_name", sub=Column("Cơ quan", "agency__name"), sort=("cadre__sort_key",)),
        ListColumn("Bên đề nghị", "requester", Kind.CHOICE, SIDES, phone=False),
        ListColumn("Lý do", "reason", Kind.CHOICE, REASONS),
        ListColumn("Số quyết định", "decision_symbol", phone=False),
        ListColumn("Tình trạng", "state", say=standing, also=("verify_by", "fill_by", "hand_over_by")),
    ),
    order=("-requested_on", "-id"),
    address="replacement:request",
    views=(
        View("tat-ca", "Tất cả"),
        View("dang-xet", "Đang xét", Q(state__in=OPEN)),
        View("cho-ban-giao", "Chờ bàn giao", Q(state=ReplacementState.GRANTED, new_assignment__isnull=False)),
        View("dia-ban-trong", "Địa bàn trống", Q(state=ReplacementState.GRANTED, new_assignment=None)),
        View("da-xong", "Đã xong", Q(state__in=[ReplacementState.HANDED_OVER, ReplacementState.REFUSED])),
        View("da-rut", "Đã rút", Q(state=ReplacementState.WITHDRAWN)),
    ),
    filters=(
        Filter("nam", "Năm", "year"),
        Filter("buoc", "Trạng thái", "state", labels=STATES),
        Filter("ly-do", "Lý do", "reason", labels=REASONS),
        Filter("ben", "Bên đề nghị", "requester", labels=SIDES),
        Filter("xa", "Địa bàn", "commune", names="name", by="code"),
        Filter("co-quan", "Cơ quan", "agency", names="name"),
        Filter("can-bo", "Cán bộ", "cadre", names="full_name", by="sort_key"),
    ),
    dates=Dates("Ngày đề nghị", "requested_on"),
)


def signed(given: object, taken: object, due: date | None, *, today: date) -> Said:
    """Who has signed; the day by which both should have, where there is somebody to take over."""
    if given and taken:
        return Said("Hai bên đã ký", "ok")
    if due is None:
        return Said("Chưa có bên nhận", "doing")
    waits = "chờ bên nhận ký" if given else ("chờ bên giao ký" if taken else "chờ hai bên ký")
    return Said(f"{waits.capitalize()}, hạn {formats.day(due)}", "late" if due < today else "doing")


SIGNED = Q(given_at__isnull=False, taken_at__isnull=False)
HANDOVERS = Listing(
    noun="biên bản bàn giao",
    columns=(
        ListColumn("Thay từ ngày", "request__effective_on", Kind.DATE, sort=("request__effective_on",), margin=True),
        ListColumn("Địa bàn", "request__commune__name", sort=("request__commune__folded",)),
        ListColumn("Bên giao", "request__cadre__full_name", sub=Column("Cơ quan giao", "request__agency__name")),
        ListColumn(
            "Bên nhận",
            "request__new_assignment__cadre__full_name",
            sub=Column("Cơ quan nhận", "request__new_assignment__agency__name"),
        ),
        ListColumn("Số quyết định", "request__decision_symbol", phone=False),
        ListColumn("Tình trạng", "given_at", say=signed, also=("taken_at", "request__hand_over_by")),
    ),
    order=("-request__effective_on", "-id"),
    address="replacement:handover",
    views=(
        View("tat-ca", "Tất cả"),
        View("cho-ky", "Chờ ký", ~SIGNED),
        View("da-ky", "Hai bên đã ký", SIGNED),
    ),
    filters=(
        Filter("nam", "Năm", "request__year"),
        Filter("xa", "Địa bàn", "request__commune", names="name", by="code"),
        Filter("co-quan", "Cơ quan giao", "request__agency", names="name"),
    ),
    dates=Dates("Ngày thay", "request__effective_on"),
)
