"""Column headings in the many wordings of officials' lists, told apart without their marks."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from diaban.kit.text import fold


class Role(Enum):
    ORDER = "order"
    NAME = "name"
    POST = "post"
    AGENCY = "agency"
    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"
    STARTS = "starts"
    ENDS = "ends"
    DECISION = "decision"
    CODE = "code"
    NOTE = "note"
    OTHER = "other"


_WORDS = set(
    """ho va ten can bo lanh dao chuc vu danh trach don vi co quan cong tac xa phuong thi tran dac khu dia ban duoc phan
    theo doi phu giup do huyen thanh pho quan tinh ghi chu stt tt so thu tu ngay bat dau thoi gian quyet dinh dong chi
    nguoi noi cap thuoc ma hien nay tai cua nam thang den ket sinh gioi dien thoai dd email dan toc que diem cac ong ba
    nhiem nhan giao lam viec to chuc nganh doan the ve cu tru trinh hoc van chuyen mon vao dang tp tx h x p nu tham gia
    khac noi dung dem nhan vien truong pho bi cap uy dang ubnd cong_tac hieu luc moi hanh chinh dvhc code no ten_goi sdt
    phong ban hoac cung chinh quyen linh vuc ham luong ghichu hovaten hoten chucvu donvi coquan xp px muc tieu chi tiet
    loai hinh ket qua
    """.split()  # noqa: SIM905 -- a table to read, not a list
)
_RULES: list[tuple[str, set[Role]]] = [
    (r"(s\s?t\s?t|t\s?t|so tt|so thu tu|thu tu|so|no)", {Role.ORDER}),
    (r"(ghi chu|ghichu|luu y|chu thich)( .*)?", {Role.NOTE}),
    (r"(so (xa|luong|don vi|dia ban|can bo)|linh vuc|hoc (ham|vi))\b.*", {Role.OTHER}),
    (
        r".*\b(sinh|dien thoai|sdt|dd|email|gioi tinh|nam nu|dan toc|que quan|trinh do|vao dang|cu tru)\b.*",
        {Role.OTHER},
    ),
    (r"(ma|code|ma so)( (xa|don vi|dvhc|phuong|hanh chinh|don vi hanh chinh).*)?", {Role.CODE}),
    (r".*\b(den ngay|ngay ket thuc|ket thuc|thoi gian den)\b.*", {Role.ENDS}),
    (r"(so quyet dinh|quyet dinh|quyet dinh so|so ngay quyet dinh|so quyet dinh ngay.*)( phan cong)?", {Role.DECISION}),
    (
        r"(tu ngay|ke tu ngay|ngay (bat dau|phan cong|giao|nhan|hieu luc|quyet dinh|theo doi).*|bat dau.*|hieu luc.*"
        r"|thoi (gian|diem)( (bat dau|theo doi|phan cong|phu trach|tu|giao|nhan|hieu luc|thuc hien).*)?|ngay|tu)",
        {Role.STARTS},
    ),
    (r"(tinh|tinh thanh pho|tinh thanh|thuoc tinh)", {Role.PROVINCE}),
]
_NAME = re.compile(
    r"(stt )?(ho( va)?( ten)?( chu)? dem|ho$|ten$|ho( va)? ten|hovaten|hoten|ten( cac)? (can bo|dong chi|lanh dao).*"
    r"|(cac )?(can bo|dong chi|lanh dao|nguoi)( lanh dao)?( duoc)?( phan cong| giao)?( theo doi| phu trach)?( cac)?"
    r"( xa| dia ban| co so| xa phuong thi tran)?)( .*)?"
)
_PLAINLY_A_HEADING = re.compile(
    r"(ho va ten|ho ten|xa phuong thi tran|xa phuong|dia ban (duoc|theo|phu|phan)|chuc vu )\b"
)
_PLACE = re.compile(
    r"\b(xa|phuong|thi tran|dac khu|dia ban|cap xa|co so)\b"
    r"|don vi( hanh chinh)?( cap xa)?( duoc)? (phan cong|theo doi|phu trach|giup do|giao)"
)
_DISTRICT = re.compile(r"(thuoc |dia ban |ten |dang bo |cap )?(quan|huyen|thi xa|tp|thanh pho|tx)\b.*")
_POST = re.compile(r"\bchuc (vu|danh|trach)|chucvu")
_AGENCY = re.compile(r"\b(co quan|don vi|noi (cong tac|lam viec)|so ban nganh|to chuc|donvi|coquan)\b|^cong tac$")
_VAGUE = re.compile(r"(ten|ten goi|ten don vi|don vi|cap xa|ten xa|noi dung|theo doi|phu trach|phan cong)")


@lru_cache(maxsize=8192)
def roles_of(heading: str, parent: str = "") -> frozenset[Role]:
    """The roles of a column: its own words first, its merged parent's where the own words are vague. A combined
    heading ("Họ và tên, chức vụ") has several; none means: this is no heading."""
    own = _flat(heading)
    if parent and (not own or _VAGUE.fullmatch(own)):
        return frozenset(_classify(_flat(parent)) or _classify(own))
    return frozenset(_classify(own) or (_classify(f"{_flat(parent)} {own}") if parent and own else ()))


def _flat(heading: str) -> str:
    spread = re.sub(r"\bđ\s*/\s*c\b", "đồng chí", heading, flags=re.I)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", fold(spread)).split())


def _classify(flat: str) -> set[Role]:
    plain = set(re.sub(r"\d+", " ", flat).split()) <= _WORDS
    if not flat or len(flat) > 120 or not (plain or _PLAINLY_A_HEADING.match(flat)):
        return set()
    for pattern, roles in _RULES:
        if re.fullmatch(pattern, flat):
            return set(roles)
    if _NAME.fullmatch(flat):
        return {Role.NAME} | _beside(flat)
    return _classify_place_or_post(flat)


def _classify_place_or_post(flat: str) -> set[Role]:
    if _DISTRICT.fullmatch(flat) and not re.search(r"\b(xa|phuong)\b", flat.replace("thi xa", "")):
        return {Role.DISTRICT}
    if _POST.search(flat):
        return {Role.POST} | ({Role.AGENCY} if re.search(r"don vi|co quan|cong tac", flat) else set())
    if _PLACE.search(flat):
        return {Role.COMMUNE}
    return {Role.AGENCY} if _AGENCY.search(flat) else set()


def _beside(flat: str) -> set[Role]:
    """What else a name's heading promises."""
    also = {Role.POST} if _POST.search(flat) else set()
    own = re.sub(r"\bcac (so ban nganh|co quan( don vi)?|don vi)( cap tinh)?", "", flat)
    return also | ({Role.AGENCY} if re.search(r"don vi|co quan|cong tac", own) else set())
