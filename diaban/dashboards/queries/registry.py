"""Every named figure of the product, by its key and by the row of the mission that it answers."""

from diaban.assessment import figures as assessment
from diaban.assignments import figures as assignments
from diaban.exchange import figures as exchange
from diaban.fieldwork import figures as fieldwork
from diaban.kit.figures import Figure, Ledger
from diaban.newsroom import figures as newsroom
from diaban.obligations import figures as obligations
from diaban.oversight import figures as oversight
from diaban.planning import figures as planning
from diaban.ranking import figures as ranking
from diaban.regulations import figures as regulations
from diaban.replacement import figures as replacement
from diaban.reporting import figures as reporting

FIGURES: dict[str, Figure] = {
    figure.key: figure
    for room in (
        regulations,
        newsroom,
        assignments,
        obligations,
        planning,
        fieldwork,
        exchange,
        reporting,
        assessment,
        replacement,
        oversight,
        ranking,
    )
    for figure in room.FIGURES
}
LEDGERS: dict[str, Ledger] = {figure.ledger.key: figure.ledger for figure in FIGURES.values()}

ROWS: dict[str, str] = {
    "M1": "Văn bản và tin hoạt động",
    "M2": "Phân công theo dõi địa bàn",
    "M3": "Chương trình, kế hoạch theo dõi",
    "M4": "Đi cơ sở, tham dự hoạt động tại địa bàn",
    "M5": "Nắm tình hình theo sáu lĩnh vực",
    "M6": "Khó khăn, vướng mắc",
    "M7": "Mô hình mới, cách làm sáng tạo",
    "M8": "Hỗ trợ địa phương và người dân",
    "M9": "Trách nhiệm của tập thể lãnh đạo cơ quan",
    "M10": "Báo cáo định kỳ",
    "M11": "Đề nghị thay thế cán bộ theo dõi",
    "M12": "Phiếu nhận xét của xã, phường, thị trấn",
    "M14": "Bản tin của xã",
    "M15": "Kiểm tra, giám sát",
    "M16": "Xếp loại",
}


def of_row(row: str) -> list[Figure]:
    return [figure for figure in FIGURES.values() if figure.row == row]
