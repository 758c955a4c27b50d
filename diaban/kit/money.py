"""Amounts in đồng as officials type them, and đồng in words.

A reading carries what was understood beside the text itself: a qualifier ("trên 10 tỷ" is more than ten billion), a
formula ("5 triệu đồng/hộ x 3 hộ"), a note where there is no figure. What can be read in two ways is not read at all.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from diaban.kit.text import fold, nfc

QUALIFIERS = {
    "trên": "gt",
    "hơn": "gt",
    "dưới": "lt",
    "gần": "approx_lt",
    "khoảng": "approx",
    "ước": "approx",
    "ước tính": "approx",
    "tối thiểu": "min",
    "ít nhất": "min",
    "tối đa": "max",
}
UNITS = {
    "ty": 10**9,
    "ti": 10**9,
    "trieu": 10**6,
    "tr": 10**6,
    "trd": 10**6,
    "nghin": 10**3,
    "ngan": 10**3,
    "k": 10**3,
    "dong": 1,
    "d": 1,
    "vnd": 1,
    "₫": 1,
    "": 1,
}
NO_FIGURE = {"dang cap nhat", "chua co", "chua xac dinh", "khong ro", "dang thong ke", "chua thong ke"}
EMPTY = {"", "-", "–", "—", "x", "..."}
_NUMBER = r"\d+(?:[.,]\s?\d+)*"
_TERM = re.compile(rf"({_NUMBER})\s*(?:(tỷ|tỉ|ty|ti|triệu|trieu|trđ|tr|nghìn|nghin|ngàn|ngan|k)\b)?", re.I)
_TAIL = re.compile(r"\s*(đồng|dong|đ|vnđ|vnd|₫)?\.?\s*", re.I)
_TIMES = re.compile(r"\s[x×*]\s", re.I)


@dataclass(frozen=True, slots=True)
class Amount:
    """A reading of a text: `dong` is None where there is no figure (see `note`) or when refused (see `error`)."""

    dong: int | None
    qualifier: str = ""
    formula: str = ""
    note: str = ""
    error: str = ""


def parse_vnd(value: str | float | Decimal | None) -> Amount:
    """Read an amount of support in đồng (never negative). A number from a cell is taken as it is stored."""
    if value is None:
        return Amount(None)
    if isinstance(value, (int, float, Decimal)):
        return _whole(Decimal(str(value)), str(value))
    text = nfc(value)
    if text in EMPTY or fold(text) in NO_FIGURE:
        return Amount(None, note="" if text in EMPTY else text)
    if reason := _unreadable(text):
        return _refused(text, reason)
    qualifier, rest = _split_qualifier(text)
    amount = _product(rest) if _TIMES.search(rest) else _sum(rest)
    return Amount(amount.dong, qualifier, amount.formula, amount.note, amount.error)


def parse_decimal(text: str) -> Decimal | None:
    """A number in Vietnamese or American writing: 10.000.000, 10,000,000, 6.700,40, 30,509, 12,5. None if neither.

    One separator before exactly three digits is read as thousands, for a count; an amount with a unit reads
    "17,125 tỷ" as a decimal (see `parse_vnd`).
    """
    tight = re.sub(r"\s+", "", nfc(text))
    if not re.fullmatch(r"[-−]?\d+(?:[.,]\d+)*", tight):
        return None
    sign = -1 if tight[0] in "-−" else 1
    read = _digits(tight.lstrip("-−"), comma_is_decimal=False)
    return None if read is None else sign * read


def words_vnd(dong: int) -> str:
    """Đồng in words for a document: 12500000 -> "Mười hai triệu năm trăm nghìn đồng"."""
    words = _words(abs(dong)) + " đồng"
    sentence = f"âm {words}" if dong < 0 else words
    return sentence[0].upper() + sentence[1:]


def _unreadable(text: str) -> str:
    if re.fullmatch(r"[#*]+", text):
        return "ô chỉ hiện dấu «#» vì cột hẹp, cần số đã lưu"
    return "số tiền hỗ trợ không thể âm" if re.match(r"[-−–(]\s*\d", text) else ""


def _split_qualifier(text: str) -> tuple[str, str]:
    lowered = text.lower()
    for word in sorted(QUALIFIERS, key=len, reverse=True):
        if lowered.startswith(word + " "):
            return QUALIFIERS[word], text[len(word) :].strip()
    return "", text


def _product(text: str) -> Amount:
    """ "5 triệu đồng/hộ x 3 hộ": a unit price times a count, the formula kept."""
    left, *others = _TIMES.split(text)
    price = _sum(re.sub(r"/\s*[^\W\d_]+(\s[^\W\d_]+)?$", "", left.strip()))
    counts = [re.fullmatch(rf"({_NUMBER})(\s*[^\W\d_][^\d]*)?", part.strip()) for part in others]
    if price.dong is None or not all(counts):
        return _refused(text, "không tính được phép nhân này")
    total = Decimal(price.dong)
    for count in counts:
        total *= (parse_decimal(count.group(1)) if count else None) or 0
    return Amount(_whole(total, text).dong, formula=text)


def _sum(text: str) -> Amount:
    """ "1 tỷ 250 triệu đồng", "17, 5 tỷ đồng", "500k": terms from the biggest unit down, then the currency."""
    total, place, last = Decimal(0), 0, Decimal("Infinity")
    while match := _TERM.match(text, place):
        unit = Decimal(UNITS[fold(match.group(2) or "")])
        number = _digits(re.sub(r"\s", "", match.group(1)), comma_is_decimal=unit > 1)
        if number is None or unit >= last:
            return _refused(text, "không đọc được thành một số tiền")
        total, last = total + number * unit, unit
        place = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    tail = _TAIL.fullmatch(text, place)
    if last == Decimal("Infinity") or tail is None:
        return _refused(text, "không đọc được thành một số tiền")
    return _whole(total, text)


def _digits(text: str, *, comma_is_decimal: bool) -> Decimal | None:
    """Digits with their separators. With a unit behind (tỷ, triệu) a comma is always decimal and a dot before three
    digits is thousands; bare numbers may also use the comma for thousands."""
    dots, commas = text.count("."), text.count(",")
    if dots and commas:
        thousands, point = (".", ",") if text.rfind(",") > text.rfind(".") else (",", ".")
        whole, _, part = text.rpartition(point)
        return Decimal(f"{whole.replace(thousands, '')}.{part}") if _grouped(whole, thousands) else None
    sign = "." if dots else ","
    if not dots and not commas:
        return Decimal(text)
    if _grouped(text, sign) and not (sign == "," and comma_is_decimal):
        return Decimal(text.replace(sign, ""))
    return Decimal(text.replace(sign, ".")) if text.count(sign) == 1 else None


def _grouped(text: str, separator: str) -> bool:
    return re.fullmatch(rf"[1-9]\d{{0,2}}({re.escape(separator)}\d{{3}})*", text) is not None


def _whole(value: Decimal, text: str) -> Amount:
    if not value.is_finite() or value != value.to_integral_value():
        return _refused(text, "số tiền phải là số đồng chẵn")
    return _refused(text, "số tiền hỗ trợ không thể âm") if value < 0 else Amount(int(value))


def _refused(text: str, reason: str) -> Amount:
    return Amount(None, error=f"«{text}»: {reason}.")


_ONES = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def _words(number: int) -> str:
    if number == 0:
        return _ONES[0]
    high, low = divmod(number, 10**9)
    head = f"{_words(high)} tỷ" if high else ""
    return " ".join(filter(None, [head, _under_billion(low, full=bool(high))]))


def _under_billion(number: int, *, full: bool) -> str:
    parts: list[str] = []
    for unit, name in [(10**6, " triệu"), (10**3, " nghìn"), (1, "")]:
        group, number = divmod(number, unit)
        if group:
            parts.append(_three_digits(group, full=full or bool(parts)) + name)
    return " ".join(parts)


def _three_digits(number: int, *, full: bool) -> str:
    """`full` says that something stands before: then "không trăm linh năm", else just "năm"."""
    hundreds, rest = divmod(number, 100)
    head = f"{_ONES[hundreds]} trăm" if hundreds or full else ""
    tens, ones = divmod(rest, 10)
    if tens == 0:
        tail = (f"linh {_ONES[ones]}" if head else _ONES[ones]) if ones else ""
    elif tens == 1:
        tail = "mười" + ({0: "", 5: " lăm"}.get(ones, f" {_ONES[ones]}"))
    else:
        tail = f"{_ONES[tens]} mươi" + {0: "", 1: " mốt", 4: " tư", 5: " lăm"}.get(ones, f" {_ONES[ones]}")
    return " ".join(filter(None, [head, tail]))
