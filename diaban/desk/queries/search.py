"""One box over everything that a person may see: each sort through its policy, five of each, and how many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Case, QuerySet, TextField, Value, When
from django.db.models.functions import Concat
from django.urls import reverse

from diaban.assignments.policies import visible_agencies, visible_cadres, visible_communes
from diaban.exchange.policies import visible_bulletins, visible_events
from diaban.fieldwork.policies import (
    visible_agency_acts,
    visible_commitments,
    visible_difficulties,
    visible_library,
    visible_notes,
    visible_supports,
    visible_visits,
)
from diaban.kit import formats
from diaban.kit.actors import Actor
from diaban.kit.search import Folded, FoldedVector, matching, words_of
from diaban.kit.text import fold
from diaban.places.models import Unit
from diaban.planning.models import ProgrammeItem
from diaban.planning.policies import visible_programmes
from diaban.planning.rules import EventKind, ProgrammeState
from diaban.regulations.models import Directive
from diaban.regulations.policies import public_directives
from diaban.regulations.queries import in_force
from diaban.regulations.rules.directives import DirectiveKind

FEW = 5
SHORTEST = 2
"""letters of a question that is worth asking"""


@dataclass(frozen=True, slots=True)
class Hit:
    title: str
    href: str
    meta: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """What of one sort was found. `all_href` leads to the list under the same words, where there is one."""

    key: str
    title: str
    count: int
    hits: list[Hit]
    all_href: str = ""


Rows = Callable[[Actor], QuerySet[Any]]


@dataclass(frozen=True, slots=True)
class Source:
    key: str
    title: str
    rows: Rows
    hit: Callable[[Any], Hit]
    order: tuple[str, ...]
    along: tuple[str, ...] = ()
    by_name: bool = False
    """Found by the folded name, not by the words of a text."""
    list_name: str = ""


def search(actor: Actor, text: str, today: date) -> list[Group]:
    """Two queries a sort at most: the count, and the first few where there are any."""
    if not is_worth_asking(text):
        return []
    return [group for source in _sources(today) if (group := _group(source, actor, text)).count]


def is_worth_asking(text: str) -> bool:
    return sum(map(len, words_of(text))) >= SHORTEST


def _group(source: Source, actor: Actor, text: str) -> Group:
    rows = source.rows(actor)
    found = rows.filter(folded__contains=fold(text)[:100]) if source.by_name else matching(rows, text)
    count = found.count()
    few = found.select_related(*source.along).order_by(*source.order)[:FEW] if count else []
    return Group(
        key=source.key,
        title=source.title,
        count=count,
        hits=[source.hit(one) for one in few],
        all_href=reverse(source.list_name) if source.list_name and count > FEW else "",
    )


def _items(actor: Actor) -> QuerySet[ProgrammeItem]:
    in_force = visible_programmes(actor).exclude(state=ProgrammeState.REPLACED)
    return ProgrammeItem.objects.filter(programme__in=in_force)


def _communes(actor: Actor, today: date) -> QuerySet[Unit]:
    """Those that are and those that were; what is only to come is not known yet."""
    return visible_communes(actor).filter(valid_from__lte=today)


def _directives(actor: Actor, today: date) -> QuerySet[Directive]:
    """What stands in the public register today, to be found by number, kind, title and abstract."""
    kind = Case(
        *(When(kind=key, then=Value(label)) for key, label in DirectiveKind.choices()), output_field=TextField()
    )
    parts = (part for name in ("symbol", "title", "issuer", "abstract") for part in (Value(" "), name))
    words = Folded(Concat(kind, *parts, output_field=TextField()))
    return in_force(public_directives(), today).annotate(search=FoldedVector(words))


def _commune(one: Any, today: date) -> Hit:
    gone = f" (đến trước {formats.day(one.valid_to)})" if one.valid_to and one.valid_to <= today else ""
    return Hit(one.name + gone, reverse("desk:commune", args=[one.key]), one.parent.name if one.parent else "")


def _cadre(one: Any) -> Hit:
    return Hit(one.full_name, reverse("desk:cadre", args=[one.pk]))


def _agency(one: Any) -> Hit:
    return Hit(one.name, reverse("desk:agency", args=[one.pk]))


def _visit(one: Any) -> Hit:
    title = f"{EventKind(one.event_kind).label}, {one.commune}"
    return Hit(title, reverse("fieldwork:visit", args=[one.pk]), formats.day(one.visited_on), one.outcome)


def _note(one: Any) -> Hit:
    href = reverse("fieldwork:visit", args=[one.visit_id]) if one.visit_id else ""
    return Hit(f"{one.get_topic_display()}, {one.commune}", href, formats.day(one.noted_on), one.text)


def _difficulty(one: Any) -> Hit:
    href = reverse("fieldwork:difficulty", args=[one.pk])
    return Hit(one.title, href, f"{one.commune}, {one.get_state_display()}", one.description)


def _innovation(one: Any) -> Hit:
    return Hit(one.title, reverse("fieldwork:innovation", args=[one.pk]), str(one.commune), one.content)


def _support(one: Any) -> Hit:
    said = f"{one.commune}, {formats.day(one.supported_on)}"
    return Hit(one.content, reverse("fieldwork:support", args=[one.pk]), said)


def _commitment(one: Any) -> Hit:
    return Hit(one.text, reverse("fieldwork:commitment", args=[one.pk]), f"{one.commune}, {one.get_state_display()}")


def _bulletin(one: Any) -> Hit:
    return Hit(one.title, reverse("exchange:bulletin", args=[one.pk]), str(one.commune), one.body)


def _event(one: Any) -> Hit:
    return Hit(one.title, reverse("exchange:event", args=[one.pk]), f"{one.commune}, {one.place}")


def _item(one: Any) -> Hit:
    where = f"{one.programme.commune}, tháng {one.month}/{one.programme.year}"
    return Hit(one.expected_result, reverse("planning:programme", args=[one.programme_id]), where)


def _act(one: Any) -> Hit:
    return Hit(one.content, reverse("fieldwork:agency_act", args=[one.pk]), str(one.agency))


def _directive(one: Directive) -> Hit:
    said = f"{one.issuer}, ngày {formats.day(one.issued_on)}"
    return Hit(f"{one.kind_label} {formats.symbol(one.symbol)}", reverse("regulations:directives"), said, one.title)


def _sources(today: date) -> Iterator[Source]:
    place, communes, commune = ("commune",), partial(_communes, today=today), partial(_commune, today=today)
    yield Source("dia-ban", "Địa bàn", communes, commune, ("code", "id"), ("parent",), True, "desk:communes")
    yield Source("can-bo", "Cán bộ theo dõi", visible_cadres, _cadre, ("sort_key", "id"), (), by_name=True)
    yield Source("co-quan", "Cơ quan", visible_agencies, _agency, ("name", "id"), (), True, "desk:agencies")
    yield Source("kho-khan", "Khó khăn, vướng mắc", visible_difficulties, _difficulty, ("-raised_on", "id"), place,
                 list_name="fieldwork:difficulties")  # fmt: skip
    yield Source("chuyen-di", "Chuyến đi", visible_visits, _visit, ("-visited_on", "id"), place,
                 list_name="fieldwork:visits")  # fmt: skip
    yield Source("tinh-hinh", "Ghi nhận tình hình", visible_notes, _note, ("-noted_on", "id"), place)
    yield Source("ho-tro", "Hỗ trợ", visible_supports, _support, ("-supported_on", "id"), place,
                 list_name="fieldwork:supports")  # fmt: skip
    yield Source("mo-hinh", "Mô hình mới", visible_library, _innovation, ("-proposed_on", "id"), place,
                 list_name="fieldwork:innovations")  # fmt: skip
    yield Source("cam-ket", "Cam kết với xã", visible_commitments, _commitment, ("-made_on", "id"), place,
                 list_name="fieldwork:commitments")  # fmt: skip
    yield Source("ban-tin", "Bản tin của xã", visible_bulletins, _bulletin, ("-sent_at", "id"), place,
                 list_name="exchange:bulletins")  # fmt: skip
    yield Source("su-kien", "Sự kiện của xã", visible_events, _event, ("-starts_at", "id"), place)
    yield Source("noi-dung", "Nội dung chương trình", _items, _item, ("-programme__year", "month", "id"),
                 ("programme__commune",))  # fmt: skip
    yield Source("viec-co-quan", "Việc của cơ quan", visible_agency_acts, _act, ("-acted_on", "id"), ("agency",),
                 list_name="fieldwork:agency_acts")  # fmt: skip
    yield Source("van-ban", "Văn bản chỉ đạo", partial(_directives, today=today), _directive, ("-issued_on", "id"))
