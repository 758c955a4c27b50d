"""How Vietnamese offices write numbers, dates and money. One function a form; nothing is computed here."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

NBSP = "\u00a0"
MINUS = "\u2212"
WEEKDAYS = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"]
NO_VALUE = "—"


def number(value: float | Decimal | None, decimals: int | None = None) -> str:
    """1536 -> 1.536; 12.2 -> 12,2; -2 -> −2. Without `decimals`, at most two and no trailing zero."""
    if value is None:
        return NO_VALUE
    exact = Decimal(str(value))
    rounded = exact.quantize(Decimal(1).scaleb(-(2 if decimals is None else decimals)), ROUND_HALF_UP)
    whole, _, part = f"{abs(rounded):,f}".partition(".")
    part = part.rstrip("0") if decimals is None else part
    sign = MINUS if rounded < 0 else ""
    return sign + whole.replace(",", ".") + (f",{part}" if part else "")


def percent(share: float | Decimal | None, decimals: int = 1) -> str:
    """A share of 1 as a percentage: 0.941 -> 94,1 %; a whole one without decimals: 1 -> 100 %."""
    if share is None:
        return NO_VALUE
    hundredth = (Decimal(str(share)) * 100).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return number(hundredth, 0 if hundredth == hundredth.to_integral_value() else decimals) + NBSP + "%"


def percent_of(part: int, whole: int, decimals: int = 1) -> str:
    return percent(Decimal(part) / whole if whole else None, decimals)


def ratio(done: int, total: int) -> str:
    """118 due, 111 done -> 111/118: both are always shown."""
    return f"{number(done)}/{number(total)}"


def money(dong: int | None) -> str:
    """Screens: 12500000 -> 12.500.000 ₫."""
    return NO_VALUE if dong is None else number(dong) + NBSP + "₫"


def money_document(dong: int) -> str:
    """Documents: 12500000 -> 12.500.000 đồng. The words are `money.words_vnd`."""
    return number(dong) + NBSP + "đồng"


def millions(dong: int | None) -> str:
    """Tables headed "triệu đồng": 412500000 -> 412,5."""
    return NO_VALUE if dong is None else number(Decimal(dong) / 1_000_000, 1)


def billions(dong: int | None) -> str:
    """Headlines: 12460000000 -> 12,46 tỷ."""
    return NO_VALUE if dong is None else number(Decimal(dong) / 1_000_000_000, 2) + NBSP + "tỷ"


def billions_document(dong: int) -> str:
    """Running text of a document: 12460000000 -> 12,46 tỷ đồng; under a billion in triệu đồng."""
    if abs(dong) < 1_000_000_000:
        return number(Decimal(dong) / 1_000_000) + NBSP + "triệu đồng"
    return number(Decimal(dong) / 1_000_000_000) + NBSP + "tỷ đồng"


def file_size(size: int) -> str:
    """Bytes as people read them: 410 KB; from a megabyte on 3,8 MB."""
    if size < 1024 * 1024:
        return number(max(1, round(size / 1024)), 0) + NBSP + "KB"
    return number(Decimal(size) / (1024 * 1024), 1).removesuffix(",0") + NBSP + "MB"


def day(value: date | None) -> str:
    """28/11/2024."""
    return NO_VALUE if value is None else f"{value:%d/%m/%Y}"


def day_party(value: date) -> str:
    """The official style: months 3 to 9 without a zero (08/5/2024, 14/12/2022, 10/02/2023)."""
    return f"{value.day:02d}/{_month(value)}/{value.year}"


def day_document(value: date) -> str:
    """The date line of a document: ngày 20 tháng 02 năm 2018; ngày 08 tháng 5 năm 2024."""
    return f"ngày {value.day:02d} tháng {_month(value)} năm {value.year}"


def day_weekday(value: date) -> str:
    """Thứ Năm, ngày 28/11/2024."""
    return f"{WEEKDAYS[value.weekday()]}, ngày {day(value)}"


def day_margin(value: date, *, year: int) -> str:
    """The margin of a list: 25 Th 11 in the year shown, 31 01/2025 in another."""
    return f"{value.day} Th {value.month}" if value.year == year else f"{value.day} {value:%m/%Y}"


def period(start: date, end: date | None) -> str:
    """A half-open period as people say it, with the last day included."""
    if end is None:
        return f"từ {day(start)}"
    return f"{day(start)} – {day(date.fromordinal(end.toordinal() - 1))}"


def moment(value: datetime | None) -> str:
    """14:05 ngày 28/11/2024. The moment is shown as it is handed over: local time is the caller's."""
    return NO_VALUE if value is None else f"{value:%H:%M} ngày {value:%d/%m/%Y}"


def symbol(text: str) -> str:
    """The number and symbol of a document, unbreakable: 26-QĐ/TU with a non-breaking hyphen, spaces likewise."""
    return text.replace("-", "\u2011").replace(" ", NBSP)


def _month(value: date) -> str:
    return f"{value.month:02d}" if value.month < 3 else str(value.month)
