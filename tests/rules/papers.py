"""Papers for the tests: a report in the Party form, a decision in the State form, a letter without its number yet."""

from datetime import date, datetime

from diaban.documents.paper import (
    Align,
    Column,
    FigureRef,
    Heading,
    Letterhead,
    NumberedParagraph,
    Paper,
    Paragraph,
    Signature,
    Table,
    Text,
)
from diaban.documents.rules.kinds import Authority, DocumentKind, Form, authority_line, symbol_of
from diaban.documents.words import with_provenance

SUPPORT = Table(
    (
        Column("TT", Align.CENTRE, 0.7),
        Column("Hình thức", width=4.2),
        Column("Giá trị (đồng)", Align.RIGHT, 2.2),
        Column("Tỷ lệ", Align.RIGHT, 1.2),
    ),
    (
        ("1", "Vận động quà, nhà ở, học bổng", FigureRef("support.gift", "4.386.000.000", "/so-lieu/qua/"), "66 %"),
        ("2", "Chuyển giao kỹ thuật", FigureRef("support.skill", "2.264.000.000", "/so-lieu/ky-thuat/"), "34 %"),
    ),
    ("", "Cộng", "6.650.000.000", "100 %"),
    caption="Giá trị hỗ trợ theo hình thức",
)


def report() -> Paper:
    letterhead = Letterhead(
        "TỈNH ỦY HÒA BÌNH",
        "BAN TỔ CHỨC",
        symbol_of(DocumentKind.REPORT, "BTCTU"),
        "Hòa Bình",
        312,
        date(2024, 12, 20),
    )
    paper = Paper(
        letterhead=letterhead,
        type_name=DocumentKind.REPORT.type_name,
        abstract=("kết quả thực hiện Quy định số 26-QĐ/TU", "về cán bộ lãnh đạo theo dõi xã, phường, thị trấn"),
        blocks=(
            Paragraph("Thực hiện Kết luận số 1016-KL/TU, Ban Tổ chức Tỉnh ủy báo cáo kết quả như sau:"),
            Heading("KẾT QUẢ", "I-"),
            NumberedParagraph("1.", ("Có ", FigureRef("cadres", "118 cán bộ", "/so-lieu/can-bo/"), " theo dõi xã.")),
            Heading("Hỗ trợ", "1.", level=2),
            Paragraph((Text("Tổng giá trị", bold=True), " như sau:")),
            SUPPORT,
        ),
        signature=Signature("PHÓ BÍ THƯ", authority=(authority_line(Authority.COLLECTIVE, "BAN THƯỜNG VỤ"),)),
        recipients=("Ban Thường vụ Tỉnh ủy (để báo cáo)", "Lưu Ban Tổ chức Tỉnh ủy"),
        notice="Dữ liệu mô phỏng",
    )
    return with_provenance(paper, at=datetime(2024, 12, 20, 17, 0))  # noqa: DTZ001 -- local time as shown


def decision() -> Paper:
    return Paper(
        letterhead=Letterhead(
            "ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH", "SỞ NỘI VỤ", "QĐ-SNV", "Hòa Bình", 5, date(2024, 5, 8), Form.STATE
        ),
        type_name="QUYẾT ĐỊNH",
        abstract=("Về việc phân công công chức theo dõi xã",),
        basis=("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ;",),
        blocks=(
            Heading("QUYẾT ĐỊNH:", level=0),
            NumberedParagraph("Điều 1.", "Phân công công chức theo dõi xã Pà Cò."),
        ),
        signature=Signature("PHÓ GIÁM ĐỐC", "Bùi Thị B", ("KT. GIÁM ĐỐC",)),
        recipients=("Như Điều 2", "Lưu: VT"),
    )


def letter() -> Paper:
    return Paper(
        letterhead=Letterhead("TỈNH ỦY HÒA BÌNH", "BAN TỔ CHỨC", "CV/BTCTU", "Hòa Bình"),
        type_name=DocumentKind.LETTER.type_name,
        abstract=("Về việc gửi phiếu nhận xét",),
        addressees=("Đảng ủy xã Pà Cò", "Đảng ủy xã Hang Kia"),
        blocks=(Paragraph("Đề nghị các đồng chí gửi phiếu nhận xét."),),
        signature=Signature("TRƯỞNG BAN"),
    )


def saying(text: str) -> Paper:
    """A paper that has one text wherever a text may stand."""
    return Paper(
        letterhead=Letterhead(text, text, text, text, 1, date(2024, 1, 2)),
        type_name="BÁO CÁO",
        abstract=(text,),
        basis=(text,),
        addressees=(text,),
        blocks=(
            Heading(text, text),
            NumberedParagraph(text, (text, FigureRef("k", text, "/a/", italic=True))),
            Table((Column(text),), ((text,),), (text,), caption=text),
        ),
        signature=Signature(text, text, (text,)),
        recipients=(text,),
        provenance=text,
        notice=text,
    )
