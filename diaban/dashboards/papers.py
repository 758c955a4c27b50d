"""The yearly summary as an official document: «Báo cáo kết quả thực hiện Quy định số 26-QĐ/TU»."""

from __future__ import annotations

from datetime import date, datetime

from diaban.dashboards.queries.registry import FIGURES
from diaban.dashboards.queries.summary import Part, Said, YearSummary
from diaban.dashboards.queries.told import check_code
from diaban.dashboards.rules import wording
from diaban.dashboards.rules.sentences import Side
from diaban.documents.paper import (
    Align,
    Block,
    Column,
    FigureRef,
    Heading,
    Letterhead,
    Line,
    NumberedParagraph,
    Paper,
    Paragraph,
    Signature,
    Table,
    Text,
)
from diaban.documents.stated import drawn_up, notice, place_of
from diaban.kit import formats, money
from diaban.kit.actors import Actor
from diaban.kit.figures import Number
from diaban.people.queries import reach_of
from diaban.places.models import Unit

TASKS = (
    "Cán bộ theo dõi địa bàn xây dựng chương trình theo dõi, báo cáo kết quả theo định kỳ đủ nội dung, đúng thời gian "
    "quy định; nghiên cứu, nắm vững tình hình thực tế để đề xuất biện pháp, giải pháp hỗ trợ cấp ủy, chính quyền địa "
    "phương trên các lĩnh vực.",
    "Đảng ủy xã, phường, thị trấn nhận xét cán bộ theo dõi vào thời điểm cuối năm đầy đủ nội dung, trung thực, khách "
    "quan, đúng mức độ hoàn thành, gửi về Ban Tổ chức Tỉnh ủy theo quy định; chủ động thông tin với cán bộ theo dõi.",
    "Tập thể lãnh đạo cơ quan, đơn vị chịu trách nhiệm lãnh đạo, chỉ đạo cán bộ được phân công; tăng cường kiểm tra, "
    "giám sát việc thực hiện Quy định.",
    "Lấy kết quả theo dõi xã, phường, thị trấn làm cơ sở để Ban Thường vụ Tỉnh ủy xem xét, đánh giá xếp loại chất "
    "lượng tập thể, cá nhân cán bộ lãnh đạo quản lý hằng năm.",
)
"""What the Conclusion asks to go on with; the office edits these words before it issues the report."""


RECIPIENTS = (
    "Ban Thường vụ Tỉnh ủy (để báo cáo)",
    "Ủy ban Kiểm tra Tỉnh ủy",
    "Các cơ quan, đơn vị có cán bộ theo dõi",
    "Lưu Ban Tổ chức Tỉnh ủy",
)


def summary_paper(year: YearSummary, *, province: Unit, at: datetime, issued_on: date | None = None) -> Paper:
    """The report of one province-year, in the Party's form. Its numbers are those of the page at `at`."""
    place = place_of(province.name)
    return Paper(
        letterhead=Letterhead(
            superior=f"TỈNH ỦY {place.upper()}", issuer="BAN TỔ CHỨC", symbol="BC/BTCTU", place=place, on=issued_on
        ),
        type_name="BÁO CÁO",
        abstract=(
            "kết quả thực hiện Quy định số 26-QĐ/TU về cán bộ lãnh đạo",
            f"các cơ quan, đơn vị cấp tỉnh theo dõi các xã, phường, thị trấn năm {year.scope.year}",
            *_extract_of(year.scope.actor),
        ),
        blocks=_body(year),
        signature=Signature(post="TRƯỞNG BAN"),
        recipients=RECIPIENTS,
        provenance=drawn_up(at, f", mã đối chiếu {check_code(year)}. Số liệu truy được đến từng bản ghi"),
        notice=notice(),
    )


def _extract_of(actor: Actor) -> tuple[str, ...]:
    """What a person without the whole province prints is an extract, and says so."""
    return () if actor.sees_the_province else (f"(trích số liệu trong phạm vi: {reach_of(actor)})",)


def _body(year: YearSummary) -> tuple[Block, ...]:
    return (
        Paragraph(
            "Thực hiện Quy định số 26-QĐ/TU, ngày 14/12/2022 của Ban Thường vụ Tỉnh ủy về cán bộ lãnh đạo các cơ quan, "
            "đơn vị cấp tỉnh theo dõi các xã, phường, thị trấn, Ban Tổ chức Tỉnh ủy báo cáo kết quả năm "
            f"{year.scope.year} như sau:"
        ),
        Heading("KẾT QUẢ", "I-"),
        *_numbered(year, Side.RESULT),
        *_support(year),
        Heading("HẠN CHẾ", "II-"),
        *_numbered(year, Side.LIMIT),
        Heading("NHIỆM VỤ THỜI GIAN TỚI", "III-"),
        *(NumberedParagraph(f"{index}.", task) for index, task in enumerate(TASKS, start=1)),
    )


def _numbered(year: YearSummary, side: Side) -> list[Block]:
    said = [one for one in year.said if one.side is side]
    return [NumberedParagraph(f"{index}.", line(one, year)) for index, one in enumerate(said, start=1)]


def line(said: Said, year: YearSummary) -> Line:
    """A sentence with each number a reference to its figure."""
    return tuple(_run(part, year) for part in said.paper)


def _run(part: Part, year: YearSummary) -> Text | FigureRef:
    return FigureRef(part.key, part.text, figure_url(year.scope.year, part.key)) if part.key else Text(part.text)


def figure_url(year: int, key: str) -> str:
    return f"/tong-hop/{year}/{key}/"


def _support(year: YearSummary) -> list[Block]:
    total = int(year.numbers["tong-ho-tro"])
    if not year.support_kinds:
        return []
    rows = tuple(
        (str(index), one.name, formats.number(one.number), share(one.number, total))
        for index, one in enumerate(year.support_kinds, start=1)
    )
    return [
        Paragraph(
            (
                Text("Tổng giá trị hỗ trợ quy ra tiền là "),
                FigureRef(
                    "tong-ho-tro",
                    wording.in_sentence(FIGURES["tong-ho-tro"], total),
                    figure_url(year.scope.year, "tong-ho-tro"),
                ),
                Text(f" ({money.words_vnd(total).lower()}), cụ thể:"),
            )
        ),
        Table(
            columns=(
                Column("TT", Align.CENTRE, 1),
                Column("Hình thức", Align.LEFT, 6),
                Column("Giá trị (đồng)", Align.RIGHT, 4),
                Column("Tỷ lệ", Align.RIGHT, 2),
            ),
            rows=rows,
            total=("", "Cộng", formats.number(total), "100" + formats.NBSP + "%"),
            caption="Giá trị hỗ trợ theo hình thức",
        ),
    ]


def share(part: Number, whole: int) -> str:
    return formats.percent_of(int(part), whole)
