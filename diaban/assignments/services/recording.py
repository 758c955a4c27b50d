"""Putting understood entries on record: agencies and cadres found or made, assignments added once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import connection

from diaban.assignments.models import Assignment, AssignmentDecision, AssignmentRole, ImportBatch
from diaban.assignments.queries import agencies_not_ended, assignments_over, cadres_named, posts_on
from diaban.assignments.understanding import Choice, Entry, Question, State, Understanding
from diaban.assignments.understanding.agencies import Agencies
from diaban.kit import audit, formats
from diaban.kit.actors import Actor
from diaban.kit.errors import RuleBroken
from diaban.kit.text import fold, sort_key_vi
from diaban.people.models import Agency, AgencyGroup, Cadre, Post
from diaban.people.rules.agency_lists import usual_agencies_on
from diaban.places.models import Unit
from diaban.places.queries import communes_of, province_on

NEW_PERSON = "nguoi-moi"
UNNUMBERED = "chưa ghi số"


@dataclass(frozen=True)
class Recorded:
    """How many were added, and how many assignments were on record already."""

    cadres: int
    agencies: int
    assignments: int
    known: int

    def as_json(self) -> dict[str, int]:
        return {
            "cadres": self.cadres,
            "agencies": self.agencies,
            "assignments": self.assignments,
            "already_there": self.known,
        }


def check_against_records(understood: Understanding, province: str, answers: dict[str, str]) -> None:
    """Ask where a name is on record in another agency; refuse a commune that another cadre follows on that day."""
    known = cadres_named(province, [entry.cadre for entry in understood.entries])
    for entry in understood.entries:
        if entry.starts_on and entry.cadre:
            _same_person(entry, known.get(_name_key(entry.cadre), []), answers)
    _held_communes(understood, province)


def _name_key(name: str) -> str:
    return fold(name)


def _same_person(entry: Entry, known: list[Cadre], answers: dict[str, str]) -> None:
    on = entry.starts_on or date.max
    entry.questions = [_with_names(question, known) for question in entry.questions]
    posts = {
        cadre.pk: posts_on(cadre, on) or list(cadre.posts.all()) for cadre in known if cadre.full_name == entry.cadre
    }
    agencies = {post.agency.name for held in posts.values() for post in held}
    if not entry.agency and len(agencies) == 1:
        entry.agency = agencies.pop()
        entry.messages.append(f"Cơ quan theo dữ liệu đã có: {entry.agency}.")
    if not posts or entry.agency in agencies or not entry.agency:
        return
    key = f"{entry.sheet}!{entry.row}|can-bo"
    entry.person = answers.get(key, "")
    if entry.person:
        return
    places = ", ".join(sorted(agencies)) or "cơ quan khác"
    choices = tuple(Choice(str(pk), f"Cùng một người, chuyển từ {places}") for pk in posts)
    sentence = f"Dòng {entry.row}: đã có cán bộ «{entry.cadre}» ở {places}; cùng một người hay người khác?"
    entry.ask(Question(key, sentence, (*choices, Choice(NEW_PERSON, "Người khác, cùng tên"))))


def _with_names(question: Question, known: list[Cadre]) -> Question:
    """For a name typed without its marks, the names on record that read alike."""
    if "|ten|" not in question.key or not known:
        return question
    names = sorted({cadre.full_name for cadre in known})
    return replace(question, choices=tuple(Choice(name, name) for name in names), free=True)


def _held_communes(understood: Understanding, province: str) -> None:
    """What the file says is clear all the same: the row keeps its state, only the recording is barred."""
    codes = {unit.code for entry in understood.entries for unit in entry.communes}
    days = [entry.starts_on for entry in understood.entries if entry.starts_on]
    if not codes or not days:
        return
    held = assignments_over(province, codes, min(days))
    for entry in understood.entries:
        for unit in entry.communes:
            for other in held.get(unit.code, []):
                if other.cadre.full_name != entry.cadre and _meets(other, entry):
                    who = f"«{other.cadre}» theo dõi từ {formats.day(other.starts_on)}"
                    entry.messages.append(f"Dòng {entry.row}: {unit.name} đang do {who}; cần kết thúc trước.")
                    entry.blocked = True
    blocked = sum(entry.blocked for entry in understood.entries)
    if blocked:
        understood.missing.append(f"{blocked} dòng có đơn vị đang do người khác theo dõi; kết thúc phân công cũ trước.")


def _meets(other: Assignment, entry: Entry) -> bool:
    """Whether an assignment on record and an entry share a day."""
    if entry.starts_on is None:
        return False
    begins_before = other.ends_on is None or entry.starts_on < other.ends_on
    return begins_before and (entry.ends_on is None or other.starts_on < entry.ends_on)


def record_entries(
    understood: Understanding, *, province: str, filename: str, digest: str, by: Actor, at: datetime
) -> Recorded:
    """Record every entry in the transaction of the caller. Two imports at a time wait for one another."""
    if any(entry.state is not State.OK or entry.starts_on is None for entry in understood.entries):
        raise RuleBroken("Còn dòng chưa rõ nên chưa nhập gì.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('assignments.import'), %s)", [int(province)])
    first = min(entry.starts_on for entry in understood.entries if entry.starts_on)
    place = province_on(province, first)
    recorder = _Recorder(place, understood, first)
    for entry in understood.entries:
        recorder.take(entry, filename)
    return recorder.finish(filename, digest, by, at)


class _Recorder:
    """Finds or makes what an import needs, each once."""

    def __init__(self, province: Unit, understood: Understanding, first: date) -> None:
        self.province = province
        self.understood = understood
        self.units: dict[date, dict[str, Unit]] = {}
        self.keys = Agencies.of((), province.name)
        self.agencies = {self.keys.key(agency.name): agency for agency in agencies_not_ended(province, first)}
        self.known_cadres = cadres_named(province.code, [entry.cadre for entry in understood.entries])
        self.decisions: dict[date, AssignmentDecision] = {}
        self.made: list[Assignment] = []
        self.new_people: list[Cadre] = []
        self.new_agencies: list[Agency] = []
        self.known = 0

    def take(self, entry: Entry, filename: str) -> None:
        starts_on = entry.starts_on
        if starts_on is None:
            return
        agency = self._agency(entry.agency, starts_on)
        cadre = self._cadre(entry, agency, starts_on)
        for unit in entry.communes:
            commune = self._units(starts_on).get(unit.code)
            if commune is None:
                raise RuleBroken(f"{unit.label} chưa có trong danh mục của hệ thống vào ngày {formats.day(starts_on)}.")
            existing = Assignment.objects.filter(cadre=cadre, commune=commune, role=AssignmentRole.MONITOR)
            if any(_meets(one, entry) for one in existing):
                self.known += 1
                continue
            self.made.append(
                Assignment.objects.create(
                    decision=self._decision(starts_on, filename),
                    province=self.province,
                    commune=commune,
                    agency=agency,
                    cadre=cadre,
                    starts_on=starts_on,
                    ends_on=entry.ends_on,
                )
            )

    def finish(self, filename: str, digest: str, by: Actor, at: datetime) -> Recorded:
        recorded = Recorded(len(self.new_people), len(self.new_agencies), len(self.made), self.known)
        if self.made or self.new_people or self.new_agencies:
            batch = ImportBatch.objects.create(
                province=self.province,
                filename=filename[:255],
                sha256=digest,
                counts=recorded.as_json(),
                committed_at=at,
                committed_by=by.account,
            )
            audit.record("assignments.imported", batch, by=by, at=at, **recorded.as_json())
            audit.record_many("agency.added", self.new_agencies, by=by, at=at)
            audit.record_many("cadre.added", self.new_people, by=by, at=at)
            audit.record_many("assignment.added", self.made, by=by, at=at)
        return recorded

    def _units(self, on: date) -> dict[str, Unit]:
        if on not in self.units:
            self.units[on] = {unit.code: unit for unit in communes_of(self.province.code, on)}
        return self.units[on]

    def _decision(self, starts_on: date, filename: str) -> AssignmentDecision:
        """The decision that the file cites; else one without a number, for the office to complete."""
        issued_on = self.understood.decided_on or starts_on
        if issued_on not in self.decisions:
            self.decisions[issued_on], _ = AssignmentDecision.objects.get_or_create(
                province=self.province,
                symbol=self.understood.decision or UNNUMBERED,
                issued_on=issued_on,
                defaults={"title": f"Phân công cán bộ theo dõi địa bàn (nhập từ tệp {filename})"[:500]},
            )
        return self.decisions[issued_on]

    def _agency(self, name: str, on: date) -> Agency:
        key = self.keys.key(name)
        if key not in self.agencies:
            group = usual_agencies_on(on).get(name, AgencyGroup.OTHER)
            made = Agency.objects.create(
                province=self.province, name=name, folded=fold(name), group=group, starts_on=on
            )
            self.agencies[key] = made
            self.new_agencies.append(made)
        return self.agencies[key]

    def _cadre(self, entry: Entry, agency: Agency, on: date) -> Cadre:
        """The person on record with this name and agency (or chosen by answer), else a new one with the post."""
        known = [cadre for cadre in self.known_cadres.get(_name_key(entry.cadre), []) if cadre.full_name == entry.cadre]
        for cadre in known:
            if str(cadre.pk) == entry.person:
                Post.objects.create(cadre=cadre, agency=agency, title=entry.post, starts_on=on)
                return cadre
            if any(post.agency_id == agency.pk for post in cadre.posts.all()):
                return cadre
        made = Cadre.objects.create(
            province=self.province,
            full_name=entry.cadre,
            folded=fold(entry.cadre),
            sort_key=sort_key_vi(entry.cadre),
        )
        Post.objects.create(cadre=made, agency=agency, title=entry.post, starts_on=on)
        self.known_cadres.setdefault(_name_key(entry.cadre), []).append(made)
        self.new_people.append(made)
        return made
