"""The rows of a sheet as records: one a cadre (or a cell of cadres), with everything that stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from diaban.assignments.understanding.headings import Role
from diaban.assignments.understanding.layout import Layout, header_at, is_numbering
from diaban.assignments.understanding.model import Entry
from diaban.kit.sheets import Cell, Grid, address
from diaban.kit.text import fold, fold_tone_placement, nfc

_ENUMERATION = re.compile(r"^\s*(?:(?:[IVXLC]+|[A-ZĐa-zđ]|\d{1,3}(?:\.\d{1,2})*)\s*[.)/:-]\s*|[IVXLC]+\s+|[-+*•]\s*)")
_DISTRICT = re.compile(
    r"^(?:đảng bộ |địa bàn |khu vực |cụm |thuộc )?(?P<name>(?:huyện|quận|thị xã|thành phố|tp\.?|tx\.?|h\.)\s*\S.*)$",
    re.I,
)
_TOTAL = re.compile(r"^(tổng (cộng|số|hợp)\b|tổng$|cộng(?! tác| đồng)\b|tong (cong|so)$)")
_STOP = re.compile(
    r"^(noi nhan|nguoi (lap|tong hop)|t ?/ ?m\b|k ?/ ?t\b|t ?/ ?l\b|tm\.|kt\.|tl\.|tm ban|\(?da ky|ky ten)"
)
_SIGNATURE = re.compile(
    r"^(xac nhan|thu truong|ghi chu ?:|luu y ?:|bi thu$|pho bi thu$"
    r"|[^,]{2,40}, ngay .{0,6}thang .{0,6}nam|ngay .{1,4}thang .{1,4}nam)"
)
_GROUP_OF_AGENCY = re.compile(
    r"^(sở|ban|văn phòng|ủy ban|uỷ ban|thanh tra|công an|bộ chỉ huy|hội|liên đoàn|tỉnh đoàn|cục)\s", re.I
)


@dataclass(frozen=True)
class Place:
    """A cell that a record uses, with its address for messages."""

    cell: Cell
    address: str

    @property
    def text(self) -> str:
        return self.cell.text


@dataclass
class CommuneLine:
    """One row's say about communes: the names, the district beside them and the one above them."""

    names: list[Place]
    code: Place | None
    district: Place | None  # in the row's own district column
    group: str  # of the heading that the row stands under
    above: str  # of the row above, where this row's column is empty
    province: str

    @property
    def spoken(self) -> str:
        """The districts that the line itself or its group names."""
        return (self.district.text if self.district else "") or self.group


@dataclass
class Record:
    sheet: str
    row: int
    places: dict[Role, Place]
    group_agency: str
    name_in_post: bool
    post_has_agency: bool
    lines: list[CommuneLine] = field(default_factory=list)

    def text(self, role: Role) -> str:
        place = self.places.get(role)
        return place.text if place else ""


def key_of(entry: Entry, place: Place, kind: str, value: str) -> str:
    """The key of a question about a cell: it stays the same as long as the cell does."""
    return f"{entry.sheet}!{place.address}|{kind}|{nfc(value)}"


@dataclass
class SheetReading:
    name: str = ""
    records: list[Record] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    layouts: list[Layout] = field(default_factory=list)


def read_sheet(grid: Grid) -> SheetReading:
    """Walk the visible rows: title block, header, then groups and cadres until the totals and signatures."""
    walk = _Walk(grid)
    for row in grid.rows():
        walk.take(row)
    return walk.reading


class _Walk:
    """The state while walking down a sheet."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.reading = SheetReading(grid.name)
        self.layout: Layout | None = None
        self.group_district = self.group_agency = self.last_district = ""
        self.current: Record | None = None
        self.ended = False

    def take(self, row: int) -> None:
        if self.layout and row <= self.layout.last_row:
            return
        header = header_at(self.grid, row)
        if header:
            self._begin(header)
            return
        own = self._own(row)
        if self.layout is None:
            self.reading.title.extend(text for _, text in own)
            return
        if not own or (row <= self.layout.last_row + 2 and is_numbering(self.grid, row)):
            return
        self._take_body(row, own, self.layout)

    def _begin(self, header: Layout) -> None:
        self.layout, self.current, self.ended = header, None, False
        self.last_district = ""
        self.reading.layouts.append(header)

    def _take_body(self, row: int, own: list[tuple[int, str]], layout: Layout) -> None:
        texts = [text for _, text in own]
        complete = self._has(layout, row, Role.NAME) and self._has(layout, row, Role.COMMUNE)
        if self._ends(row, texts, layout, complete=complete):
            self.layout, self.current = None, None
        elif any(_TOTAL.match(fold_tone_placement(_ENUMERATION.sub("", text))) for text in texts[:2]):
            self.ended, self.current = True, None
        elif self._is_group(row, own, layout):
            self._enter_group(own)
        elif not self.ended or complete:
            self._take_record(row, own, layout)

    def _ends(self, row: int, texts: list[str], layout: Layout, *, complete: bool) -> bool:
        """Recipients and signatures end a table; a post of Bí thư in a row with a number does not."""
        folded = [fold(text) for text in texts]
        if any(_STOP.match(text) for text in folded):
            return True
        numbered = self._has(layout, row, Role.ORDER)
        return not complete and not numbered and any(_SIGNATURE.match(text) for text in folded)

    def _own(self, row: int) -> list[tuple[int, str]]:
        found = ((column, self.grid.text(row, column)) for column in self.grid.columns())
        return [(column, text) for column, text in found if text or self.grid.cell(row, column).problem]

    def _has(self, layout: Layout, row: int, role: Role) -> bool:
        return any(self.grid.text(row, column) for column in layout.of(role))

    def _is_group(self, row: int, own: list[tuple[int, str]], layout: Layout) -> bool:
        """A row with one text only (beside its number) that heads what follows."""
        content = [(column, text) for column, text in own if column not in layout.of(Role.ORDER) or len(text) > 6]
        content = [(column, text) for column, text in content if not re.fullmatch(r"[\d.,]+( xã| cán bộ)?", text)]
        if len(content) != 1:
            return False
        column, text = content[0]
        bare = _ENUMERATION.sub("", text)
        if _DISTRICT.match(bare) and column not in layout.of(Role.COMMUNE):
            return True
        merge = self.grid.merge_at(row, column)
        wide = merge is not None and merge.right > merge.left and merge.bottom == merge.top
        numbered = any(re.fullmatch(r"[IVXLC]+\.?|[A-ZĐ]\.?", mark) for at, mark in own if at != column)
        in_name = column in layout.of(Role.NAME)
        heads = bool(_GROUP_OF_AGENCY.match(bare)) or (text.isupper() and len(text.split()) > 4)
        if column in layout.of(Role.COMMUNE) and not wide:
            return False
        return wide or numbered or heads or (not in_name and column in {1, *layout.of(Role.ORDER)})

    def _enter_group(self, own: list[tuple[int, str]]) -> None:
        text = max((text for _, text in own), key=len)
        bare = _ENUMERATION.sub("", nfc(text)).strip(" :.-–")
        bare = re.sub(r"\s*[(:–-]\s*\d+\s*(xã|đơn vị|cán bộ|phường|đ/c).*$", "", bare, flags=re.I).strip(" :.-–")
        self.current, self.ended, self.last_district = None, False, ""
        district = _DISTRICT.match(bare)
        if district:
            self.group_district = re.sub(r"\s*\(.*$", "", district["name"])
            self.group_agency = ""
        elif _GROUP_OF_AGENCY.match(bare):
            self.group_agency = bare

    def _take_record(self, row: int, own: list[tuple[int, str]], layout: Layout) -> None:
        name = self._place(row, layout, Role.NAME)
        merged_on = name is not None and self._merged_from_above(row, layout)
        starts = name is not None and not merged_on
        filled = {role for role, columns in layout.columns.items() if any(column in columns for column, _ in own)}
        if not starts and not merged_on and filled & {Role.ORDER, Role.POST, Role.AGENCY}:
            starts = Role.NAME not in filled and not self._continues(filled)
        if starts or self.current is None:
            if not filled & {Role.NAME, Role.COMMUNE, Role.CODE, Role.POST}:
                return
            self.current = self._record(row, layout)
            self.reading.records.append(self.current)
        line = self._line(row, layout)
        if line.names or line.code:
            self.current.lines.append(line)

    def _continues(self, filled: set[Role]) -> bool:
        """A row without a name goes on with the cadre above when it only brings places (its number may go on too)."""
        return self.current is not None and not filled & {Role.POST, Role.AGENCY} and Role.ORDER not in filled

    def _record(self, row: int, layout: Layout) -> Record:
        roles = (Role.NAME, Role.POST, Role.AGENCY, Role.STARTS, Role.ENDS, Role.DECISION)
        places = {role: place for role in roles if (place := self._place(row, layout, role))}
        for role, glue in ((Role.NAME, " "), (Role.POST, ", ")):
            if role in places:
                places[role] = self._joined(row, layout.of(role), glue) or places[role]
        return Record(
            self.grid.name,
            row,
            places,
            self.group_agency,
            layout.shared(Role.NAME, Role.POST),
            layout.shared(Role.POST, Role.AGENCY) or not layout.of(Role.AGENCY),
        )

    def _line(self, row: int, layout: Layout) -> CommuneLine:
        district = self._place(row, layout, Role.DISTRICT)
        above = self.last_district
        if district:
            self.last_district = district.text
        province = self._place(row, layout, Role.PROVINCE)
        names = [place for column in layout.of(Role.COMMUNE) if (place := self._at(row, column))]
        code = self._place(row, layout, Role.CODE)
        return CommuneLine(names, code, district, self.group_district, above, province.text if province else "")

    def _place(self, row: int, layout: Layout, role: Role) -> Place | None:
        return next((place for column in layout.of(role) if (place := self._at(row, column))), None)

    def _joined(self, row: int, columns: list[int], glue: str) -> Place | None:
        """One thing over several columns: family name and given name, the post in the Party and in the State."""
        found = {place.address: place for column in columns if (place := self._at(row, column))}
        texts = list(dict.fromkeys(place.text for place in found.values()))
        if len(found) < 2 or any(place.cell.problem for place in found.values()):
            return None
        return Place(Cell(glue.join(texts)), next(iter(found)))

    def _at(self, row: int, column: int) -> Place | None:
        """The cell, or the one that a vertical merge fills down from; None when there is nothing."""
        merge = self.grid.merge_at(row, column)
        top, left = (merge.top, merge.left) if merge else (row, column)
        cell = self.grid.cell(top, left)
        return Place(cell, address(top, left)) if cell.text or cell.problem else None

    def _merged_from_above(self, row: int, layout: Layout) -> bool:
        """Whether the name lies in a merge that began above, with the cadre at hand."""
        merges = (self.grid.merge_at(row, column) for column in layout.of(Role.NAME))
        return self.current is not None and any(merge is not None and merge.top < row for merge in merges)
