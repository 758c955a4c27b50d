"""From a record to entries: who, which post and agency, which communes, since when; and what must be asked."""

from __future__ import annotations

import re
from datetime import date

from diaban.assignments.understanding.agencies import Agencies, expand_post
from diaban.assignments.understanding.days import DayReader
from diaban.assignments.understanding.headings import Role
from diaban.assignments.understanding.locating import CommuneReader
from diaban.assignments.understanding.model import Choice, Commune, Entry, Question, Setting
from diaban.assignments.understanding.people import (
    Person,
    is_vacant,
    lacks_marks,
    looks_like_name,
    people_in,
    proper_case,
)
from diaban.assignments.understanding.rows import Place, Record, key_of
from diaban.kit.text import nfc

KEEP = "giu-nguyen"


class RecordReader:
    """Reads records of one file under one setting."""

    def __init__(
        self,
        setting: Setting,
        agencies: Agencies,
        starts_on: date | None,
        *,
        names_agencies: bool,
        hints: dict[str, str],
    ) -> None:
        """`hints`: the one district that a sheet's name or title speaks of, by the sheet's name."""
        self.places = CommuneReader(setting, hints)
        self.setting = setting
        self.agencies = agencies
        self.days = DayReader(setting, starts_on)
        self.names_agencies = names_agencies

    def entries(self, record: Record, above: Entry | None) -> list[Entry]:
        """The entries of a record; `above` is the entry before it, which a row without a name may go on with."""
        people = people_in(record.text(Role.NAME))
        entries = [self._entry(record, person, index, len(people)) for index, person in enumerate(people)]
        if not entries:
            entries = [self._nameless(record, above)]
        self._communes(record, entries)
        return entries

    def _entry(self, record: Record, person: Person, index: int, count: int) -> Entry:
        entry = Entry(record.sheet, record.row, person.name)
        self._problems(record, entry)
        self._name(record, entry)
        self._post(record, person, entry, index, count)
        self.days.read(record, entry)
        if person.remark:
            entry.messages.append(f"Ghi chú bên tên: {person.remark}.")
        return entry

    def _nameless(self, record: Record, above: Entry | None) -> Entry:
        """A row with a number and places but no name: the cadre above, or a name that was forgotten."""
        entry = Entry(record.sheet, record.row, "")
        self._problems(record, entry)
        self.days.read(record, entry)
        brings_own = record.text(Role.POST) or record.text(Role.AGENCY)
        if above is None or not above.cadre or above.sheet != entry.sheet or brings_own:
            if not entry.errors:
                entry.fail(f"Dòng {record.row}: thiếu họ và tên cán bộ.")
            return entry
        key = f"{entry.sheet}!{entry.row}|tiep"
        if self.setting.answers.get(key) == "1":
            entry.cadre, entry.post, entry.agency = above.cadre, above.post, above.agency
        else:
            sentence = f"Dòng {entry.row}: không ghi họ và tên; vẫn là «{above.cadre}» (dòng {above.row}) phải không?"
            entry.ask(Question(key, sentence, (Choice("1", f"Vẫn là {above.cadre}"),)))
        return entry

    def _problems(self, record: Record, entry: Entry) -> None:
        used = [*record.places.values(), *(name for line in record.lines for name in line.names)]
        used += [place for line in record.lines for place in (line.code, line.district) if place]
        for place in {place.address: place for place in used if place.cell.problem}.values():
            what = place.cell.problem
            reason = "là lỗi công thức" if what.startswith("#") else "nên không có giá trị để đọc"
            entry.fail(f"Ô {place.address}: «{what}» {reason}; hãy nhập lại giá trị.")

    def _name(self, record: Record, entry: Entry) -> None:
        place = record.places[Role.NAME]
        answer = self._answer(entry, place, "ten", entry.cadre)
        if answer:
            entry.cadre = proper_case(nfc(answer))
        elif is_vacant(place.text):
            entry.fail(f"Ô {place.address}: «{nfc(place.text)}», chưa có cán bộ.")
        elif not place.cell.problem and not looks_like_name(entry.cadre):
            entry.fail(f"Ô {place.address}: «{nfc(place.text)}» không phải là họ và tên.")
        elif lacks_marks(entry.cadre):
            sentence = f"Ô {place.address}: «{entry.cadre}» viết không dấu; họ và tên đúng là gì?"
            entry.ask(Question(key_of(entry, place, "ten", entry.cadre), sentence, free=True))

    def _post(self, record: Record, person: Person, entry: Entry, index: int, count: int) -> None:
        post = _part(record.text(Role.POST), index, count) if not record.name_in_post else ""
        agency = "" if record.post_has_agency else _part(record.text(Role.AGENCY), index, count)
        post = post or person.post
        entry.post, found = self.agencies.split(post)
        if agency and found and self.agencies.key(found) != self.agencies.key(agency):
            entry.post = expand_post(post)
        if agency and self._starts_with_post(agency):
            own, agency = self.agencies.split(agency)
            entry.post = entry.post or own
        self._agency(record, entry, agency or found or record.group_agency)

    def _starts_with_post(self, text: str) -> bool:
        post, agency = self.agencies.split(text)
        return bool(post and agency and self.agencies.find(text) is None)

    def _agency(self, record: Record, entry: Entry, text: str) -> None:
        text = nfc(text).strip(" ,;.")
        place = record.places.get(Role.AGENCY) or record.places.get(Role.POST) or record.places.get(Role.NAME)
        if place is None or (not text and not self.names_agencies):
            return
        if not text:
            if not place.cell.problem:
                answer = self._answer(entry, place, "co-quan", "")
                entry.agency = self.agencies.find(answer) or answer
                if not answer:
                    sentence = f"Dòng {entry.row}: chưa ghi cơ quan của «{entry.cadre}»; thuộc cơ quan nào?"
                    entry.ask(Question(key_of(entry, place, "co-quan", ""), sentence, free=True))
            return
        entry.agency = self.agencies.find(text) or self._unknown_agency(entry, place, text)

    def _unknown_agency(self, entry: Entry, place: Place, text: str) -> str:
        near = self.agencies.near(text)
        answer = self._answer(entry, place, "co-quan", text)
        if answer:
            return text if answer == KEEP else answer
        if near:
            choices = [Choice(name, name) for name in near] + [Choice(KEEP, f"Cơ quan khác: {text}")]
            sentence = f"Ô {place.address}: «{text}» chưa có trong danh mục; có phải là «{near[0]}» không?"
            entry.ask(Question(key_of(entry, place, "co-quan", text), sentence, tuple(choices)))
        elif self.agencies.known:
            entry.messages.append(f"«{text}» chưa có trong danh mục cơ quan; sẽ được thêm.")
        return text

    def _answer(self, entry: Entry, place: Place, kind: str, value: str) -> str:
        return self.setting.answer(key_of(entry, place, kind, value))

    def _communes(self, record: Record, entries: list[Entry]) -> None:
        """Give the communes to the only cadre; with two cadres in a cell, pair them line by line or ask."""
        found = [item for line in record.lines for item in self.places.of_line(line, entries[0])]
        if not found and not any(entry.errors for entry in entries):
            for entry in entries:
                entry.fail(f"Dòng {record.row}: «{entry.cadre}» chưa ghi xã, phường, thị trấn nào.")
            return
        if len(entries) == 1:
            entries[0].communes = [commune for commune in found if commune]
            return
        _share(record, entries, found, self.setting)


def _share(record: Record, entries: list[Entry], found: list[Commune | None], setting: Setting) -> None:
    """Two cadres, their communes written line by line alike: the first to the first. Anything else is asked."""
    name, places = record.places[Role.NAME], [place for line in record.lines for place in line.names]
    alike = len(places) == 1 and _style(name.text) == _style(places[0].text)
    if len(found) == len(entries) and (alike or len(places) == len(entries)):
        for entry, commune in zip(entries, found, strict=True):
            entry.communes = [commune] if commune else []
        return
    units = [commune for commune in found if commune]
    for entry in entries:
        key = f"{record.sheet}!{name.address}|chia|{entry.cadre}"
        answer = setting.answers.get(key)
        if answer is not None:
            chosen = {code.strip() for code in answer.split(",")}
            entry.communes = [unit for unit in units if unit.code in chosen]
            continue
        entry.communes = units
        sentence = f"Ô {name.address}: có {len(entries)} cán bộ chung một ô; «{entry.cadre}» theo dõi đơn vị nào?"
        choices = tuple(Choice(unit.code, unit.label) for unit in units)
        entry.ask(Question(key, sentence, choices))


def _style(text: str) -> str:
    return next((sign for sign in ("\n", ";") if sign in text.strip()), " ")


def _part(text: str, index: int, count: int) -> str:
    """The piece of a cell that belongs to one of several cadres, when it has a piece for each; else the whole."""
    for separator in ("\n", ";"):
        pieces = [piece.strip() for piece in text.split(separator) if piece.strip()]
        if count > 1 and len(pieces) == count:
            return re.sub(r"^(\d{1,2}[.)]|[-+•])\s*", "", pieces[index])
    return nfc(text)
