"""From typed names to a unit: exact, to be asked, or none. What is unsure is proposed, never decided."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from diaban.kit.enums import Labelled
from diaban.places.rules.gazetteer import Entry, Gazetteer, among
from diaban.places.rules.kinds import REFORM, DateBasis, Level
from diaban.places.rules.lists import ListedLink, ListedUnit
from diaban.places.rules.names import Reading, TypedName, loose, read_name


class MatchState(Labelled):
    EXACT = "exact", "khớp"
    ASK = "ask", "cần hỏi"
    NONE = "none", "không có"


class Match(NamedTuple):
    """`code` and `name` only when exact; otherwise `candidates` for a person to choose from, the likeliest first.

    `former`: the name stands in the neighbouring list of units and not in that of the day; whoever needs the unit as it
    was on the very day asks a person. `remark`: what stood in brackets. `message`: a Vietnamese sentence.
    """

    state: MatchState
    code: str = ""
    name: str = ""
    candidates: tuple[str, ...] = ()
    former: bool = False
    remark: str = ""
    message: str = ""


def match(gazetteer: Gazetteer, *, ward: str, district: str = "", province: str) -> Match:
    """Find the commune meant. Without a district, only a name that stands once in the province is exact."""
    names = _Typed(
        read_name(ward, Level.COMMUNE), read_name(district, Level.DISTRICT), read_name(province, Level.PROVINCE)
    )
    found = _decide(gazetteer, names)
    return found._replace(remark=names.ward.remark or names.district.remark)


class _Typed(NamedTuple):
    ward: TypedName
    district: TypedName
    province: TypedName


def _decide(gazetteer: Gazetteer, typed: _Typed) -> Match:
    if not typed.ward:
        return _whole_district(gazetteer, typed)
    if typed.district and not gazetteer.has_districts:
        return _district_after_the_reform(gazetteer, typed)
    hits = gazetteer.named(*typed)
    fitting = [entry for entry in hits if _fits(gazetteer, entry, typed)]
    chosen = _the_one(hits, fitting, alone=not typed.district)
    if chosen is None:
        return _ask(hits, _SEVERAL) if hits else _propose(gazetteer, typed)
    if not typed.ward.marked and _reads_like_others(gazetteer, chosen, typed):
        return _ask([chosen, *_alike_here(gazetteer, typed)], _UNMARKED)
    message = "" if chosen.current else _FORMER.format(chosen.name)
    return Match(MatchState.EXACT, chosen.code, chosen.name, former=not chosen.current, message=message)


def _the_one(hits: list[Entry], fitting: list[Entry], *, alone: bool) -> Entry | None:
    """The only unit of the day that fits; else the only one of the neighbouring list, if none of the day has the name.

    `alone`: no district was typed, so the name must be the only one of the province in both lists.
    """
    now = [entry for entry in fitting if entry.current]
    past = [entry for entry in fitting if not entry.current]
    if alone:
        return now[0] if len(now) == 1 and len({entry.code for entry in hits}) == 1 else None
    if now:
        return now[0] if len(now) == 1 else None
    codes = {entry.code for entry in past}
    rivals = {entry.code for entry in hits if entry.current} - codes
    return past[0] if len(codes) == 1 and not rivals else None


def _fits(gazetteer: Gazetteer, entry: Entry, typed: _Typed) -> bool:
    """Whether the typed words of kind, where there are any, are the entry's. A district's old word is let pass when
    no district of the province has both that word and that name (a huyện that became a thị xã)."""
    ward = any(reading.key == entry.key and reading.kind in (None, entry.kind) for reading in typed.ward.readings)
    return ward and (not typed.district or any(_fits_district(gazetteer, entry, up) for up in typed.district.readings))


def _fits_district(gazetteer: Gazetteer, entry: Entry, typed: Reading) -> bool:
    if typed.key != entry.district.key:
        return False
    return typed.kind in (None, entry.district.kind) or not gazetteer.knows_district(entry.province.key, typed)


def _alike_here(gazetteer: Gazetteer, typed: _Typed) -> list[Entry]:
    """Units that read like the typed name within the typed district (anywhere in the province when none was typed)."""
    districts = {loose(reading.key) for reading in typed.district.readings}
    alike = gazetteer.alike(typed.ward, typed.province)
    return [entry for entry in alike if not typed.district or loose(entry.district.key) in districts]


def _reads_like_others(gazetteer: Gazetteer, chosen: Entry, typed: _Typed) -> bool:
    return any(entry.code != chosen.code for entry in _alike_here(gazetteer, typed))


def _propose(gazetteer: Gazetteer, typed: _Typed) -> Match:
    """Nothing has the typed name: other spellings here, the same name elsewhere in the province, then former names."""
    here = _alike_here(gazetteer, typed)
    if here:
        return _ask(here, _SPELLING)
    elsewhere = gazetteer.named(typed.ward, _NO_NAME, typed.province)
    if elsewhere:
        return _ask(elsewhere, _ELSEWHERE)
    alike = gazetteer.alike(typed.ward, typed.province)
    if alike:
        return _ask(alike, _SPELLING)
    return _formerly(gazetteer, typed)


def _formerly(gazetteer: Gazetteer, typed: _Typed) -> Match:
    """A name that is not in force: none, with the units that its place lives on in where that is known."""
    retired = among(gazetteer.retired, *typed)
    if retired:
        heirs = [code for entry in retired for code in gazetteer.heirs.get(entry.code, [])]
        return Match(MatchState.NONE, candidates=_codes(heirs), message=_RETIRED.format(_list(retired)))
    provinces = {reading.key for reading in typed.province.readings}
    districts = {reading.key for reading in typed.district.readings}
    taken_in = [
        entry
        for entry in gazetteer.formerly(typed.ward)
        if entry.province.key in provinces and (not typed.district or entry.district.key in districts)
    ]
    message = _TAKEN_IN.format(_list(taken_in)) if taken_in else _NOTHING
    return Match(MatchState.NONE, candidates=_codes(entry.code for entry in taken_in), message=message)


def _whole_district(gazetteer: Gazetteer, typed: _Typed) -> Match:
    """An island district had no communes and is itself the place."""
    island = gazetteer.empty_district(typed.district, typed.province) if typed.district else None
    if island is None:
        return Match(MatchState.NONE, message=_NO_WARD)
    return Match(MatchState.EXACT, island.code, island.name)


def _district_after_the_reform(gazetteer: Gazetteer, typed: _Typed) -> Match:
    """Since 1/7/2025 there are no districts: a typed one speaks of the map before, so nothing is decided here."""
    formerly = _formerly(gazetteer, typed)
    hits = gazetteer.named(typed.ward, _NO_NAME, typed.province)
    return _ask(hits, _NO_DISTRICTS) if hits and not formerly.candidates else formerly


def _ask(entries: Iterable[Entry], message: str) -> Match:
    first = sorted(entries, key=lambda entry: not entry.current)
    return Match(MatchState.ASK, candidates=_codes(entry.code for entry in first), message=message)


def _codes(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))


def _list(entries: list[Entry]) -> str:
    return "; ".join(dict.fromkeys(entry.name for entry in entries))


_NO_NAME = read_name("", Level.DISTRICT)
_SEVERAL = "Có hơn một đơn vị hợp với tên này; cần ghi rõ loại đơn vị hoặc huyện."
_UNMARKED = "Tên ghi không dấu có thể là hơn một đơn vị; cần người chọn."
_SPELLING = "Không có tên viết đúng như vậy; có tên gần giống, cần người chọn."
_ELSEWHERE = "Huyện đã ghi không có đơn vị tên này; nơi khác trong tỉnh có, cần người chọn."
_FORMER = "{} có trong danh mục liền kề, không còn trong danh mục dùng cho ngày này."
_RETIRED = "Tên này không còn hiệu lực vào ngày đã hỏi; đơn vị cũ: {}."
_TAKEN_IN = "Tên này không còn hiệu lực vào ngày đã hỏi; địa bàn nay thuộc: {}."
_NOTHING = "Không có đơn vị tên này trong danh mục."
_NO_WARD = "Chưa ghi tên xã, phường, thị trấn."
_NO_DISTRICTS = "Từ 1/7/2025 không còn cấp huyện; cần người chọn đơn vị đúng."


def gazetteer_of(
    units: Iterable[ListedUnit], links: Iterable[ListedLink], former: Iterable[tuple[str, str]], on: date
) -> Gazetteer:
    """The gazetteer of a day from versions of units. Where a date is only assumed, the list beyond it stands nearby."""
    units = list(units)
    current = [unit for unit in units if unit.covers(on)]
    if on >= REFORM:
        heirs: dict[str, list[str]] = {}
        for link in sorted(links, key=lambda link: not link.suggested):
            if link.on == REFORM and link.old_level != Level.PROVINCE:
                heirs.setdefault(link.old_code, []).append(link.new_code)
        last = REFORM - timedelta(days=1)
        return Gazetteer(current, retired=[unit for unit in units if unit.covers(last)], heirs=heirs)
    beyond = _beyond_assumed_dates(units, on)
    return Gazetteer(current, nearby=beyond, former=former)


def _beyond_assumed_dates(units: list[ListedUnit], on: date) -> list[ListedUnit]:
    """The list on the other side of the assumed day, in full: its communes need their districts."""
    ends = {unit.valid_to for unit in units if unit.basis == DateBasis.ASSUMED_END and unit.valid_to}
    for day in sorted(ends):
        other = day if on < day else day - timedelta(days=1)
        return [unit for unit in units if unit.covers(other)]
    return []
