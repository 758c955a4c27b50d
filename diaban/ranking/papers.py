"""The Board's proposal as an official document: «Tờ trình về kết quả theo dõi năm …», with its annex."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from django.utils.timezone import localtime

from diaban.documents.paper import Align, Block, Column, Heading, Letterhead, Paper, Paragraph, Signature, Table
from diaban.documents.stated import drawn_up, notice, place_of
from diaban.kit import formats
from diaban.kit.clock import local_date
from diaban.ranking.models import RatingLine, RatingRound
from diaban.ranking.rules.levels import SHORT
from diaban.ranking.rules.results import Kind
from diaban.ranking.rules.rounds import GroupUse, RoundState
from diaban.reporting.rules import CompletionLevel

RECIPIENTS = ("Ban Thường vụ Tỉnh ủy", "Lưu Ban Tổ chức Tỉnh ủy")
COLUMNS = (
    Column("TT", Align.CENTRE, 1),
    Column("Họ và tên", Align.LEFT, 3),
    Column("Cơ quan", Align.LEFT, 4),
    Column("Điểm", Align.CENTRE, 1.4),
    Column("Theo quy tắc", Align.LEFT, 2.2),
    Column("Đề xuất", Align.LEFT, 2.2),
    Column("Lý do điều chỉnh", Align.LEFT, 4),
)


def proposal_paper(round: RatingRound, uses: Sequence[GroupUse], *, at: datetime) -> Paper:
    """The levels as they stand; a draft says that it is one."""
    place = place_of(round.province.name)
    proposed = round.steps.filter(state=RoundState.PROPOSED).last()
    return Paper(
        letterhead=Letterhead(
            superior=f"TỈNH ỦY {place.upper()}", issuer="BAN TỔ CHỨC", symbol="TTr/BTCTU", place=place,
            on=local_date(proposed.at) if proposed else None,
        ),
        type_name="TỜ TRÌNH",
        abstract=("về kết quả theo dõi xã, phường, thị trấn", f"và đề xuất mức năm {round.year}"),
        blocks=tuple(_body(round, uses)),
        addressees=("Ban Thường vụ Tỉnh ủy",),
        signature=Signature(post="TRƯỞNG BAN"),
        recipients=RECIPIENTS,
        provenance=drawn_up(
            at,
            f". {RoundState(round.state).label}. Số liệu tính lúc {formats.moment(localtime(round.computed_at))}; "
            f"mã kết quả tính {round.result_digest[:16]}",
        ),
        notice=notice(),
    )  # fmt: skip


def _body(round: RatingRound, uses: Sequence[GroupUse]) -> list[Block]:
    rows = round.lines.select_related("cadre", "agency").prefetch_related("overrides")
    lines = list(rows.order_by("cadre__sort_key", "agency__folded", "id").defer("verdict"))
    cadres = [line for line in lines if line.kind == Kind.CADRE]
    houses = [line for line in lines if line.kind == Kind.LEADERSHIP]
    changed = sum(bool(line.overrides.all()) for line in lines)
    capped = "; ".join(f"{use.name}: {use.excellent}/{use.places}" for use in uses)
    return [
        Paragraph(
            f"Ban Tổ chức Tỉnh ủy đã tổng hợp kết quả theo dõi năm {round.year} theo bộ quy tắc “{round.rules_name}”. "
            "Kết quả theo dõi là cơ sở để Ban Thường vụ xem xét, không thay cho xếp loại chất lượng."
        ),
        Heading("KẾT QUẢ", "I-"),
        Paragraph(f"Cán bộ theo dõi: {_counted(cadres, Kind.CADRE)}."),
        Paragraph(f"Tập thể lãnh đạo cơ quan: {_counted(houses, Kind.LEADERSHIP)}."),
        Heading("TRẦN XUẤT SẮC, ĐIỀU CHỈNH", "II-"),
        Paragraph(f"Số đề xuất xuất sắc trên số chỗ theo trần của từng nhóm: {capped}."),
        Paragraph(f"Điều chỉnh khác kết quả tính: {formats.number(changed)} trường hợp, nêu lý do trong phụ lục."),
        Heading("ĐỀ NGHỊ", "III-"),
        Paragraph("Kính đề nghị Ban Thường vụ Tỉnh ủy xem xét, quyết định."),
        Heading("PHỤ LỤC"),
        Table(columns=COLUMNS, rows=_rows(cadres), caption="Cán bộ theo dõi"),
        Table(columns=COLUMNS, rows=_rows(houses), caption="Tập thể lãnh đạo cơ quan"),
    ]


def _counted(lines: Sequence[RatingLine], kind: Kind) -> str:
    levels = Counter(line.level for line in lines)
    said = [f"{SHORT[level]} {formats.number(levels[level.value])}" for level in CompletionLevel]
    left = f", chưa xếp mức {formats.number(levels[''])}" if levels[""] else ""
    return f"{formats.number(len(lines))} {kind.noun}, trong đó {', '.join(said)}{left}"


def _rows(lines: Sequence[RatingLine]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            formats.number(place),
            line.cadre.full_name if line.cadre else "",
            line.agency.name,
            formats.number(line.points, 1) if line.points is not None else "",
            _short(line.level_by_rules),
            _short(line.level),
            "; ".join(each.reason for each in line.overrides.all()),
        )
        for place, line in enumerate(lines, start=1)
    )


def _short(level: str) -> str:
    return SHORT[CompletionLevel(level)] if level else "chưa xếp mức"
