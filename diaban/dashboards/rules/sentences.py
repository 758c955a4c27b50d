"""The sentences of Conclusion 1016-KL/TU with living figures: what went well and what fell short, in its order.

A `{key}` in a sentence is a named figure. Plain Python: words only, no number is computed here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

TOKEN = re.compile(r"\{([a-z0-9-]+)\}")


class Side(Enum):
    RESULT = "result"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. On screen its `lead` figure stands in the margin before `text`; a document prints `paper` alone."""

    side: Side
    lead: str
    text: str
    paper: str
    of: str | None = None
    """The figure that the lead is a part of, shown as 111/134."""
    more_is: str = ""
    """"better" or "worse" when the lead grows against the year before; empty where growth says nothing."""

    def figures(self) -> tuple[str, ...]:
        """Every figure that the sentence needs, each once."""
        named = [self.lead, *([self.of] if self.of else []), *TOKEN.findall(self.text), *TOKEN.findall(self.paper)]
        return tuple(dict.fromkeys(named))


SENTENCES: tuple[Sentence, ...] = (
    Sentence(
        Side.RESULT,
        lead="cb-co-chuong-trinh",
        of="can-bo",
        text="đồng chí được phân công theo dõi địa bàn đã xây dựng chương trình, kế hoạch; {cb-ct-dung-han} đồng chí "
        "đúng hạn; {noi-dung-da-lam} trong {noi-dung} nội dung đã thực hiện.",
        paper="Có {can-bo} đồng chí được phân công theo dõi {dia-ban-co-can-bo} xã, phường, thị trấn; "
        "{cb-co-chuong-trinh} đồng chí đã xây dựng chương trình, kế hoạch thực hiện, trong đó {cb-ct-dung-han} "
        "đồng chí đúng hạn; đã thực hiện {noi-dung-da-lam} trong {noi-dung} nội dung của các chương trình.",
        more_is="better",
    ),
    Sentence(
        Side.RESULT,
        lead="ngay-di-co-so",
        text="ngày đi cơ sở trong {chuyen-di} chuyến đi; {cb-tham-du} đồng chí tham dự các chương trình tại địa bàn, "
        "{luot-tham-du} lượt.",
        paper="{cb-tham-du} đồng chí tham dự các chương trình tại địa bàn theo dõi với {luot-tham-du} lượt; tổng số "
        "{ngay-di-co-so} ngày đi cơ sở trong {chuyen-di} chuyến, {chuyen-di-theo-chuong-trinh} chuyến theo chương trình, "
        "{chuyen-di-ngoai-chuong-trinh} chuyến ngoài chương trình.",
        more_is="better",
    ),
    Sentence(
        Side.RESULT,
        lead="ghi-nhan-tinh-hinh",
        text="ghi nhận tình hình theo sáu lĩnh vực: {ghi-nhan-chuyen-bien-tot} chuyển biến tốt, {ghi-nhan-can-chu-y} "
        "cần chú ý; {xa-du-ghi-nhan} địa bàn có ghi nhận đủ sáu lĩnh vực trong cả bốn quý.",
        paper="Các đồng chí kịp thời nắm tình hình kinh tế, xã hội, quốc phòng, an ninh, xây dựng hệ thống chính trị; "
        "việc thực hiện chủ trương của Đảng, chính sách, pháp luật của Nhà nước; đời sống, tâm trạng của Nhân dân, mối "
        "quan hệ giữa Nhân dân với hệ thống chính trị ở cơ sở, với {ghi-nhan-tinh-hinh} ghi nhận: "
        "{ghi-nhan-chuyen-bien-tot} ghi nhận chuyển biến tốt, {ghi-nhan-can-chu-y} ghi nhận cần chú ý; {xa-du-ghi-nhan} "
        "địa bàn có ghi nhận đủ sáu lĩnh vực trong cả bốn quý.",
    ),
    Sentence(
        Side.RESULT,
        lead="kho-khan-da-giai-quyet",
        of="kho-khan",
        text="khó khăn, vướng mắc được phản ánh đã giải quyết, bình quân {ngay-giai-quyet} ngày; {kho-khan-con-mo} việc "
        "chưa kết thúc.",
        paper="Phản ánh {kho-khan} khó khăn, vướng mắc; {kho-khan-da-tra-loi} việc đã có trả lời, "
        "{kho-khan-da-giai-quyet} việc đã giải quyết, bình quân {ngay-giai-quyet} ngày một việc; {kho-khan-con-mo} việc "
        "chưa kết thúc.",
        more_is="better",
    ),
    Sentence(
        Side.RESULT,
        lead="mo-hinh-de-xuat",
        text="mô hình mới, cách làm sáng tạo được đề xuất; {mo-hinh-da-lam} mô hình xã đã triển khai, {luot-lam-theo} "
        "lượt xã khác làm theo.",
        paper="Đề xuất, kiến nghị {mo-hinh-de-xuat} mô hình mới, cách làm sáng tạo để xã nghiên cứu; {mo-hinh-da-lam} "
        "mô hình đã được triển khai, {luot-lam-theo} lượt xã khác làm theo.",
        more_is="better",
    ),
    Sentence(
        Side.RESULT,
        lead="tong-ho-tro",
        text="đồng giá trị {hoat-dong-ho-tro} hoạt động hỗ trợ quy ra tiền: xã đã xác nhận {ho-tro-da-xac-nhan}, chưa "
        "xác nhận {ho-tro-chua-xac-nhan}; {ho-duoc-giup} lượt hộ được giúp.",
        paper="Các đồng chí và tập thể lãnh đạo cơ quan, đơn vị tổ chức {hoat-dong-ho-tro} hoạt động chuyển giao kỹ "
        "thuật, dạy nghề, tư vấn, kêu gọi hỗ trợ, giúp đỡ địa phương và {ho-duoc-giup} lượt hộ dân có hoàn cảnh khó "
        "khăn, quy ra tiền {tong-ho-tro}; trong đó xã đã xác nhận {ho-tro-da-xac-nhan}, chưa xác nhận "
        "{ho-tro-chua-xac-nhan}.",
        more_is="better",
    ),
    Sentence(
        Side.LIMIT,
        lead="co-quan-chua-hop-du",
        of="co-quan",
        text="cơ quan chưa họp đủ số lần tối thiểu trong năm để nghe cán bộ theo dõi báo cáo; {co-quan-chua-nhan-xet} cơ quan chưa "
        "gửi bản nhận xét tập thể lãnh đạo.",
        paper="Trách nhiệm lãnh đạo, chỉ đạo của tập thể lãnh đạo cơ quan, đơn vị đối với cán bộ được phân công chưa "
        "đều: {co-quan-chua-hop-du} trong {co-quan} cơ quan chưa họp đủ số lần tối thiểu trong năm để nghe cán bộ báo cáo; "
        "{co-quan-chua-nhan-xet} cơ quan chưa gửi bản nhận xét tập thể lãnh đạo.",
        more_is="worse",
    ),
    Sentence(
        Side.LIMIT,
        lead="cb-chua-kip-thoi",
        text="đồng chí chưa kịp thời xây dựng chương trình, kế hoạch: {cb-ct-cham} chậm, {cb-ct-thieu} chưa có.",
        paper="Còn {cb-chua-kip-thoi} đồng chí chưa kịp thời xây dựng chương trình, kế hoạch theo dõi địa bàn được phân "
        "công: {cb-ct-cham} đồng chí chậm, {cb-ct-thieu} đồng chí chưa có.",
        more_is="worse",
    ),
    Sentence(
        Side.LIMIT,
        lead="bc-nam-chua-bao-dam",
        of="bc-nam",
        text="báo cáo năm chưa bảo đảm thời gian: {bc-nam-cham} gửi chậm, {bc-nam-thieu} chưa gửi.",
        paper="Việc gửi báo cáo kết quả theo dõi một năm chưa bảo đảm thời gian theo quy định: {bc-nam-chua-bao-dam} "
        "trong {bc-nam} báo cáo, gồm {bc-nam-cham} báo cáo gửi chậm, {bc-nam-thieu} báo cáo chưa gửi.",
        more_is="worse",
    ),
    Sentence(
        Side.LIMIT,
        lead="cb-thieu-ngay",
        text="đồng chí đi cơ sở chưa đủ thời gian; {cb-chua-khoa-hoc} đồng chí bố trí chưa khoa học, có quý không đi.",
        paper="Việc bố trí thời gian đi cơ sở của một số đồng chí chưa đầy đủ, chưa khoa học: {cb-thieu-ngay} đồng chí "
        "chưa đủ thời gian theo quy tắc, {cb-chua-khoa-hoc} đồng chí có quý không đi cơ sở.",
        more_is="worse",
    ),
    Sentence(
        Side.LIMIT,
        lead="kho-khan-qua-han",
        text="khó khăn, vướng mắc quá hạn chưa được trả lời; {kho-khan-tra-loi-cham} việc trả lời sau hạn.",
        paper="Còn {kho-khan-qua-han} khó khăn, vướng mắc quá hạn chưa được trả lời; {kho-khan-tra-loi-cham} việc trả "
        "lời sau hạn.",
        more_is="worse",
    ),
    Sentence(
        Side.LIMIT,
        lead="phieu-de-nghi-thay",
        of="phieu-nhan-xet",
        text="phiếu nhận xét có đề nghị thay cán bộ theo dõi; Ban Thường vụ đã đồng ý {thay-the-dong-y} đề nghị; "
        "{pnx-chua-bao-dam} phiếu chưa bảo đảm thời gian.",
        paper="Cá biệt có {phieu-de-nghi-thay} Đảng ủy xã đề nghị Ban Thường vụ Tỉnh ủy xem xét thay thế cán bộ khác "
        "theo dõi tại phiếu nhận xét; trong {de-nghi-thay-the} đề nghị thay thế, Ban Thường vụ đã đồng ý "
        "{thay-the-dong-y}; {pnx-chua-bao-dam} phiếu nhận xét chưa bảo đảm thời gian.",
        more_is="worse",
    ),
)


def keys() -> tuple[str, ...]:
    """Every figure that the summary speaks of, each once."""
    return tuple(dict.fromkeys(key for sentence in SENTENCES for key in sentence.figures()))


def split(template: str) -> list[tuple[str, str | None]]:
    """A template as parts: («đồng chí …», None) for words, ("", key) for a figure."""
    parts: list[tuple[str, str | None]] = []
    position = 0
    for match in TOKEN.finditer(template):
        if match.start() > position:
            parts.append((template[position : match.start()], None))
        parts.append(("", match.group(1)))
        position = match.end()
    if position < len(template):
        parts.append((template[position:], None))
    return parts
