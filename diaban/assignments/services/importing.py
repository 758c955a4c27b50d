"""A file of assignments: first understood and shown, then, when nothing is open, recorded as a whole."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import DatabaseError, transaction

from diaban.assignments.policies import may_import_assignments
from diaban.assignments.queries import agency_names_on, provinces_with_agencies
from diaban.assignments.services.recording import Recorded, check_against_records, record_entries
from diaban.assignments.understanding import Setting, State, Understanding, understand
from diaban.assignments.understanding.gazetteer import ListedGazetteer, province_names
from diaban.assignments.understanding.survey import Survey, day_to_match, province_of, survey
from diaban.kit import formats
from diaban.kit.actors import Actor
from diaban.kit.clock import local_date
from diaban.kit.errors import NotAllowed
from diaban.kit.sheets import Book, FileRefused, read_book
from diaban.people.rules.agency_lists import usual_agencies_on
from diaban.places.rules.lists import units_on

FIRST_LIST = date(2022, 10, 1)
NOT_ALLOWED = "Chỉ Ban Tổ chức Tỉnh ủy được nhập danh sách phân công."
UNSETTLED = "Chưa nhập gì: còn {ask} dòng cần hỏi và {error} dòng sai. Sửa tệp hoặc trả lời rồi nhập lại."


@dataclass
class ImportReport:
    """What was understood of a file, and what came of it. `refusal` says why nothing was recorded when it was asked."""

    filename: str
    province: str
    on: date
    understood: Understanding
    recorded: Recorded | None = None
    refusal: str = ""
    notes: list[str] = field(default_factory=list)

    @property
    def settled(self) -> bool:
        counts = self.understood.counts()
        return not counts["ask"] and not counts["error"] and not self.understood.missing

    def as_json(self) -> dict[str, object]:
        """The shape that `bin/diaban import assignments --format json` prints."""
        understood = self.understood
        return {
            "counts": understood.counts(),
            "province": self.province,
            "units_on": self.on.isoformat(),
            "decision": understood.decision,
            "missing": understood.missing,
            "notes": self.notes,
            "committed": self.recorded.as_json() if self.recorded else None,
            "rows": [
                {
                    "row": entry.row,
                    "sheet": entry.sheet,
                    "state": entry.state.value,
                    "cadre": entry.cadre,
                    "post": entry.post,
                    "agency": entry.agency,
                    "communes": [{"code": unit.code, "name": unit.name} for unit in entry.communes],
                    "starts_on": entry.starts_on.isoformat() if entry.starts_on else None,
                    "ends_on": entry.ends_on.isoformat() if entry.ends_on else None,
                    "messages": entry.messages,
                    "questions": [
                        {"key": asked.key, "choices": [choice.value for choice in asked.choices]}
                        for asked in entry.questions
                    ],
                }
                for entry in understood.entries
            ],
        }


def import_assignments(
    *,
    content: bytes,
    filename: str,
    province: str | None = None,
    starts_on_default: date | None = None,
    answers: dict[str, str] | None = None,
    commit: bool = False,
    by: Actor,
    at: datetime,
) -> ImportReport:
    """Understand a file; with `commit`, record it whole or not at all. The same file a second time adds nothing.

    `province` is a code; without one the file itself must tell. Raises FileRefused for a file that cannot be taken.
    """
    if not may_import_assignments(by):
        raise NotAllowed(NOT_ALLOWED)
    book = read_book(content)
    report = _understood(book, filename, province, starts_on_default, answers or {}, local_date(at))
    if commit:
        _commit(report, hashlib.sha256(content).hexdigest(), by, at)
    return report


def _understood(
    book: Book, filename: str, province: str | None, starts_on: date | None, answers: dict[str, str], today: date
) -> ImportReport:
    found = survey(book)
    on = day_to_match(found, starts_on=starts_on, today=today, province=province)
    if on < FIRST_LIST or not units_on(on):
        raise FileRefused(f"Danh mục đơn vị có từ ngày {formats.day(FIRST_LIST)}; tệp ghi ngày {formats.day(on)}.")
    code = province or province_of(found, on) or _only_province()
    if code is None or code not in province_names(on):
        raise FileRefused("Không rõ tệp của tỉnh nào; hãy cho biết mã tỉnh (--province).")
    gazetteer = ListedGazetteer(code, on)
    names = tuple(_agencies(code, on))
    setting = Setting(gazetteer, code, gazetteer.province_name, names, starts_on, answers)
    understood = understand(book, setting)
    understood.province = code
    _compare(understood, code, answers)
    return ImportReport(
        filename, code, on, understood, notes=[*understood.notes, *_remarks(found, province, gazetteer, on)]
    )


def _remarks(found: Survey, province: str | None, gazetteer: ListedGazetteer, on: date) -> list[str]:
    remarks = [f"Đối chiếu với danh mục đơn vị ngày {formats.day(on)}."]
    if province is None:
        remarks.insert(0, f"Hiểu là tệp của {gazetteer.province_name}.")
    return remarks


def _agencies(province: str, on: date) -> dict[str, str]:
    """The province's own recorded agencies, and the usual ones where it has none of that name."""
    usual = usual_agencies_on(on)
    try:
        return dict.fromkeys(agency_names_on(province, on), "") | usual
    except DatabaseError:  # a preview needs no database
        return usual


def _only_province() -> str | None:
    try:
        codes = provinces_with_agencies()
    except DatabaseError:
        return None
    return codes[0] if len(codes) == 1 else None


def _compare(understood: Understanding, province: str, answers: dict[str, str]) -> None:
    """Beside the file, what is on record: the same person elsewhere, a commune that somebody follows already."""
    try:
        check_against_records(understood, province, answers)
    except DatabaseError:
        understood.notes.append("Chưa đối chiếu được với dữ liệu đã có (không có cơ sở dữ liệu).")


def _commit(report: ImportReport, digest: str, by: Actor, at: datetime) -> None:
    counts = report.understood.counts()
    if counts[State.ASK] or counts[State.ERROR]:
        report.refusal = UNSETTLED.format(**counts)
    elif report.understood.missing:
        report.refusal = "Chưa nhập gì. " + " ".join(report.understood.missing)
    elif not report.understood.entries:
        report.refusal = "Chưa nhập gì: tệp không có dòng cán bộ nào."
    else:
        with transaction.atomic():
            report.recorded = record_entries(
                report.understood, province=report.province, filename=report.filename, digest=digest, by=by, at=at
            )
