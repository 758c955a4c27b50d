"""Communes that a row names, found in the gazetteer of the day; what is unsure becomes a question."""

from __future__ import annotations

import re

from diaban.assignments.understanding.communes import Named, communes_in, is_bare
from diaban.assignments.understanding.model import Choice, Commune, Entry, Question, Setting
from diaban.assignments.understanding.rows import CommuneLine, Place, key_of
from diaban.kit.text import fold, nfc


class CommuneReader:
    """Finds communes under one setting. `hints`: the one district that a sheet's name or title speaks of, by sheet."""

    def __init__(self, setting: Setting, hints: dict[str, str]) -> None:
        self.setting = setting
        self.hints = hints

    def of_line(self, line: CommuneLine, entry: Entry) -> list[Commune | None]:
        found: list[Commune | None] = []
        if line.code and not line.code.cell.problem:
            coded = self._by_code(line, line.code, entry)
            if coded or not line.names:
                return [coded] if coded else [None]
        for place in line.names:
            if place.cell.problem:
                continue
            names = self._names(line, place.text)
            districts = _districts(line, len(names))
            here: list[Commune | None] = []
            for named, district in zip(names, districts, strict=True):
                units = self._commune(line, place, named, named.district or district, entry)
                here.extend(self._unless_district(place, named, units, here, entry))
            found.extend(here)
        return found

    def _names(self, line: CommuneLine, text: str) -> list[Named]:
        """The names of a cell; where a line alone means nothing, perhaps the name was wrapped onto the next line."""
        names = communes_in(text)
        if "\n" not in text or all(self._means_something(line, named) for named in names):
            return names
        unwrapped = communes_in(nfc(text))
        return unwrapped if all(self._means_something(line, named) for named in unwrapped) else names

    def _means_something(self, line: CommuneLine, named: Named) -> bool:
        match = self.setting.gazetteer.match(named.ward, named.district or _districts(line, 1)[0], line.province)
        return match.unit is not None or bool(match.candidates)

    def _by_code(self, line: CommuneLine, place: Place, entry: Entry) -> Commune | None:
        value = place.cell.value
        text = f"{int(value):05d}" if isinstance(value, (int, float)) and not isinstance(value, bool) else place.text
        unit = self.setting.gazetteer.commune(text, line.province) if re.fullmatch(r"\d{5}", text) else None
        if unit is None and not line.names:
            entry.fail(f"Ô {place.address}: «{place.text}» không phải là mã một xã của tỉnh vào ngày này.")
        if unit and line.names:
            named = communes_in(line.names[0].text)
            match = self.setting.gazetteer.match(named[0].ward, "", line.province) if named else None
            if match and match.unit != unit and unit not in match.candidates:
                sentence = f"Ô {place.address}: mã {text} là {unit.label}, khác tên «{line.names[0].text}»."
                return self._choose(
                    entry, place, "ma", text, sentence, (unit, *([match.unit] if match.unit else match.candidates))
                )
        return unit

    def _commune(
        self, line: CommuneLine, place: Place, named: Named, district: str, entry: Entry
    ) -> list[Commune | None]:
        look = self.setting.gazetteer.match
        match = look(named.ward, district, line.province)
        if match.unit is None and self._is_remark(named):
            return self._commune(line, place, Named(named.ward, "", named.district), _districts(line, 1)[0], entry)
        for hint in filter(None, (line.above, self.hints.get(entry.sheet))):
            if not district and match.unit is None:
                hinted = look(named.ward, hint, line.province)
                match = hinted if hinted.unit else match
        if match.unit is None and not match.candidates:
            parts = [part for part in re.split(r"\s+[-–—]\s+|\s*/\s*", named.ward) if part]
            matches = [look(part, district, line.province) for part in parts]
            if len(parts) > 1 and all(one.unit for one in matches):
                return [one.unit for one in matches]
        if match.unit:
            if named.remark:
                entry.messages.append(f"Ô {place.address}: ghi chú «{named.remark}» bên {match.unit.name}.")
            return [match.unit]
        where = f", {district}" if district else ""
        sentence = f"Ô {place.address}: «{named.ward}{where}» chưa rõ là đơn vị nào. {match.note}".strip()
        if match.candidates:
            return [self._choose(entry, place, "xa", named.ward, sentence, match.candidates)]
        answer = self.setting.gazetteer.commune(
            self.setting.answer(key_of(entry, place, "xa", named.ward)), line.province
        )
        if answer is None:
            entry.fail(f"Ô {place.address}: không tìm thấy «{named.ward}{where}» trong danh mục. {match.note}".strip())
        return [answer]

    def _is_remark(self, named: Named) -> bool:
        """ "Xã Pà Cò (Khu vực III)": what stands in parentheses is no district of the province."""
        known = {fold(name.partition(" ")[2]) for name in self.setting.gazetteer.districts}
        return named.unsure and fold(named.district) not in known

    def _unless_district(
        self, place: Place, named: Named, units: list[Commune | None], before: list[Commune | None], entry: Entry
    ) -> list[Commune | None]:
        """ "Pà Cò, Mai Châu": a bare name behind a commune may be its district or the township of the same name."""
        last = units[-1]
        others = [unit for unit in [*before, *units[:-1]] if unit]
        tail = re.split(r"\s+[-–—]\s+|\s*/\s*", named.ward)[-1]
        if last is None or not others or not is_bare(tail) or others[-1].district != last.district:
            return units
        if fold(last.name.split(" ", 2)[-1]) != fold(last.district.partition(" ")[2]) or not last.district:
            return units
        answer = self.setting.answer(key_of(entry, place, "huyen", last.code))
        if not answer:
            sentence = f"Ô {place.address}: «{nfc(place.text)}»: {last.district} hay cả {last.name}?"
            choices = (Choice("huyen", f"Chỉ là tên {last.district}"), Choice(last.code, f"Cả {last.label}"))
            entry.ask(Question(key_of(entry, place, "huyen", last.code), sentence, choices))
        return units if answer == last.code else units[:-1]

    def _choose(
        self, entry: Entry, place: Place, kind: str, value: str, sentence: str, candidates: tuple[Commune, ...]
    ) -> Commune | None:
        answer = self.setting.answer(key_of(entry, place, kind, value))
        chosen = next((unit for unit in candidates if unit.code == answer), None)
        if chosen is None:
            choices = tuple(Choice(unit.code, unit.label) for unit in candidates)
            listed = "; ".join(choice.label for choice in choices)
            entry.ask(Question(key_of(entry, place, kind, value), f"{sentence} Có thể là: {listed}.", choices))
        return chosen


def _districts(line: CommuneLine, count: int) -> list[str]:
    """A district for each commune of a cell: line by line where there are as many, one for all, or the carried one."""
    text = line.district.text if line.district and not line.district.cell.problem else ""
    pieces = [piece.strip() for piece in re.split(r"[\n;,]", text) if piece.strip()]
    if len(pieces) == count and count > 1:
        return pieces
    return [pieces[0] if len(pieces) == 1 else "" if pieces else line.group] * count
