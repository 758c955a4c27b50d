"""A file of assignments, understood: `understand` is the one door."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from diaban.assignments.understanding.agencies import Agencies
from diaban.assignments.understanding.headings import Role
from diaban.assignments.understanding.model import Choice, Entry, Question, Setting, Understanding
from diaban.assignments.understanding.reading import RecordReader
from diaban.assignments.understanding.rows import Record, SheetReading, read_sheet
from diaban.kit.dates import find_dates, parse_date
from diaban.kit.docno import find_symbols
from diaban.kit.sheets import Book, FileRefused
from diaban.kit.text import fold, fold_tone_placement

SKIP = "bo-qua"


def understand(book: Book, setting: Setting) -> Understanding:
    """Read every visible sheet that holds a table of cadres. Raises FileRefused where there is none."""
    readings = [read_sheet(grid) for grid in book.grids]
    used = [reading for reading in readings if reading.layouts]
    if not used:
        raise FileRefused(
            "Không tìm thấy dòng tiêu đề của bảng: cần có cột «Họ và tên» và cột «Xã, phường, thị trấn» "
            "(địa bàn theo dõi)."
        )
    title = [text for reading in readings for text in reading.title]
    decision, decided_on = decision_in(title)
    starts_on = decided_on or setting.starts_on
    agencies = Agencies.of(setting.agencies, setting.province_name)
    records = [record for reading in used for record in reading.records]
    hints = {reading.name: _district_hint(reading, setting.gazetteer.districts) for reading in used}
    reader = RecordReader(setting, agencies, starts_on, names_agencies=_names_agencies(records, agencies), hints=hints)
    entries: list[Entry] = []
    for record in records:
        entries.extend(reader.entries(record, entries[-1] if entries else None))
    entries = _join_same_people(_skipped(entries, setting), agencies)
    _find_repeats(entries, agencies, setting)
    result = Understanding(entries, _notes(book, used), [], decision, decided_on)
    result.missing = _missing(entries)
    result.notes.extend(_mixed_days(records))
    return result


def _mixed_days(records: list[Record]) -> list[str]:
    """A column where some days are dates and others text, the dates all with a day up to 12: Excel may have taken
    day and month the American way round for those that it could."""
    places = [place for record in records if (place := record.places.get(Role.STARTS))]
    dates = [place.cell.value for place in places if isinstance(place.cell.value, date)]
    typed = [parse_date(place.text).start for place in places if isinstance(place.cell.value, str)]
    if dates and any(day and day.day > 12 for day in typed) and all(day.day <= 12 for day in dates):
        listed = ", ".join(place.address for place in places if isinstance(place.cell.value, date))
        return [f"Cột ngày lẫn ngày và chữ: Excel có thể đã đảo ngày và tháng ở các ô {listed}; hãy kiểm tra lại."]
    return []


def decision_in(title: Iterable[str]) -> tuple[str, date | None]:
    """The decision that a title block cites, with its day: "(Kèm theo Quyết định số 718-QĐ/TU ngày 14/12/2022 …)".

    Only one that the text ties to the list; several different ones are nobody's to choose here.
    """
    text = " ".join(title)
    for lead in ("kèm theo", "quyết định"):
        parts = re.findall(rf"{lead}[^()]{{0,200}}", text, flags=re.I)
        found = [(find_symbols(part), days[0]) for part in parts if (days := find_dates(part))]
        if found:
            symbol = next((symbols[0] for symbols, _ in found if symbols), "")
            return symbol, found[0][1] if len({day for _, day in found}) == 1 else None
    return "", None


def _district_hint(reading: SheetReading, districts: tuple[str, ...]) -> str:
    """The one district that the sheet's name or title names: "Danh sách huyện Đà Bắc", a sheet called "Đà Bắc"."""
    title = fold(" ".join([reading.name, *reading.title]))
    named = [name for name in districts if re.search(rf"\b{re.escape(fold(name))}\b", title)]
    called = [name for name in districts if fold(reading.name) == fold(name.partition(" ")[2])]
    found = list(dict.fromkeys(called or named))
    return found[0] if len(found) == 1 else ""


def _names_agencies(records: list[Record], agencies: Agencies) -> bool:
    """Whether the file names agencies at all; if not, that is one question about the file, not one a row."""
    if any(record.text(Role.AGENCY) or record.group_agency for record in records):
        return True
    texts = [record.text(Role.POST) or record.text(Role.NAME) for record in records]
    return any(agencies.split(text)[1] for text in texts)


def _skipped(entries: list[Entry], setting: Setting) -> list[Entry]:
    """Leave out the rows that the person chose to leave out."""
    return [entry for entry in entries if setting.answers.get(f"{entry.sheet}!{entry.row}|{SKIP}") != "1"]


def _join_same_people(entries: list[Entry], agencies: Agencies) -> list[Entry]:
    """One entry a cadre: a name that comes back with the same agency and post brings further communes."""
    joined: dict[tuple[str, ...], Entry] = {}
    out = []
    for entry in entries:
        key = (fold_tone_placement(entry.cadre), agencies.key(entry.agency), fold_tone_placement(entry.post))
        first = joined.get(key)
        new = [unit for unit in entry.communes if first and unit not in first.communes]
        if (
            first is None
            or not entry.cadre
            or not new
            or entry.questions
            or entry.errors
            or (entry.starts_on, entry.ends_on) != (first.starts_on, first.ends_on)
        ):
            joined.setdefault(key, entry)
            out.append(entry)
            continue
        first.communes.extend(new)
        first.messages.append(f"Gộp thêm đơn vị ở dòng {entry.row} của cùng cán bộ.")
    return out


def _find_repeats(entries: list[Entry], agencies: Agencies, setting: Setting) -> None:
    """The same row twice, the same commune twice in a row, one commune with two cadres."""
    holders: dict[str, Entry] = {}
    for entry in entries:
        for unit in list(entry.communes):
            if entry.communes.count(unit) > 1:
                entry.communes.remove(unit)
                entry.messages.append(f"Dòng {entry.row}: {unit.name} ghi hai lần, tính một.")
        for unit in list(entry.communes):
            first = holders.setdefault(unit.code, entry)
            if first is not entry and not _shared_and_asked(first, entry):
                _ask_who(first, entry, unit.code, unit.label, setting, agencies)


def _shared_and_asked(one: Entry, other: Entry) -> bool:
    """Who of two cadres in one cell follows what is asked there already; until then nothing clashes."""
    return any("|chia|" in question.key for entry in (one, other) for question in entry.questions)


def _ask_who(first: Entry, second: Entry, code: str, label: str, setting: Setting, agencies: Agencies) -> None:
    key = f"{second.sheet}!{second.row}|hai-nguoi|{code}"
    answer = setting.answers.get(key)
    same = _is_same(first, second, agencies)
    for entry, number in ((first, "1"), (second, "2")):
        if answer and answer != number:
            entry.communes = [unit for unit in entry.communes if unit.code != code]
            entry.messages.append(f"{label} do cán bộ ở dòng khác theo dõi.")
    if answer:
        return
    if same:
        sentence = f"Dòng {second.row} lặp lại dòng {first.row}: «{second.cadre}», {label}. Bỏ dòng nào?"
    else:
        people = " và ".join(f"«{entry.cadre}» (dòng {entry.row})" for entry in (first, second))
        sentence = f"{label} có hai cán bộ: {people}; ai theo dõi chính?"
    choices = (Choice("1", f"Dòng {first.row}: {first.cadre}"), Choice("2", f"Dòng {second.row}: {second.cadre}"))
    second.ask(Question(key, sentence, choices))
    if not same:
        first.ask(Question(key, sentence, choices))


def _is_same(one: Entry, other: Entry, agencies: Agencies) -> bool:
    names = fold_tone_placement(one.cadre) == fold_tone_placement(other.cadre)
    return names and agencies.key(one.agency) == agencies.key(other.agency)


def _notes(book: Book, used: list[SheetReading]) -> list[str]:
    notes = list(book.notes)
    rows = sum(grid.hidden_filled_rows() for grid in book.grids)
    columns = sum(grid.hidden_filled_columns() for grid in book.grids)
    if rows or columns or book.hidden_sheets:
        hidden = ", ".join(
            part
            for count, part in [
                (rows, f"{rows} dòng"),
                (columns, f"{columns} cột"),
                (len(book.hidden_sheets), f"{len(book.hidden_sheets)} trang tính"),
            ]
            if count
        )
        notes.append(f"Không đọc phần đang ẩn: {hidden}.")
    if len(book.grids) > len(used):
        notes.append(f"{len(book.grids) - len(used)} trang tính không có bảng phân công nên không đọc.")
    return notes


def _missing(entries: list[Entry]) -> list[str]:
    missing = []
    if any(entry.starts_on is None and not entry.questions and not entry.errors for entry in entries):
        missing.append("Tệp không ghi ngày bắt đầu theo dõi; hãy cho biết ngày (--starts-on).")
    if entries and not any(entry.agency for entry in entries):
        missing.append("Tệp không ghi cơ quan của cán bộ; chỉ nhận được cán bộ đã có trong hệ thống.")
    return missing
