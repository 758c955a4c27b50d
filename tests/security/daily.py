"""The doors of every day: lists, pages, acts and files of the records, by address, with who may come."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from diaban.people.models import Agency, Cadre
from diaban.places.models import Unit
from tests.security.conftest import Year
from tests.security.oracle import Principal, Record, may_read, may_see

LISTS = (
    "/chuong-trinh/",
    "/bao-cao/",
    "/phieu-nhan-xet/",
    "/nhan-xet-co-quan/",
    "/thay-the/",
    "/ky-han/viec/",
    "/kiem-tra/",
    "/ket-luan-kiem-tra/",
    "/chuyen-di/",
    "/tinh-hinh/",
    "/cam-ket/",
    "/ho-tro/",
    "/kho-khan/",
    "/mo-hinh/",
    "/ban-tin/",
    "/lich/giay-moi/",
    "/dia-ban/",
    "/viec-co-quan/",
)
FILES = tuple(f"{path}tep.xlsx" for path in LISTS)
PAGES = (
    "/",
    "/ky-han/",
    "/ky-han/?theo=xa&nam=2023",
    "/ky-han/?theo=co-quan&nam=2023",
    "/ky-han/so-cham/?tu=1/1/2023",
    "/ky-han/viec/nhac/",
    "/ky-han/so-cham/tep.xlsx?theo=co-quan",
    "/co-quan/",
    "/lich/",
    "/lich/?thang=2024-04",
    "/lich/?thang=2024-06",
    "/lich/dia-chi/",
    "/ket-qua-theo-doi/",
    "/ket-qua-theo-doi/thu/?nam=2023&bo=cua-nam",
    "/tim/",
    "/tim/?tim=ZQ",
    "/tim/?tim=thon",
    "/tim/?tim=dang+uy",
    "/ganh-nang/",
    "/chuyen-di/moi/",
    "/chuyen-di/du-kien/",
    "/ho-tro/moi/",
    "/kho-khan/moi/",
    "/mo-hinh/moi/",
    "/viec-co-quan/moi/",
    "/ban-tin/moi/",
    "/lich/su-kien/moi/",
)
RECORDS = {
    "chuong-trinh": "/chuong-trinh/{}/",
    "viec-phai-lam": "/ky-han/viec/{}/",
    "bao-cao": "/bao-cao/{}/",
    "phieu-nhan-xet": "/phieu-nhan-xet/{}/",
    "nhan-xet-co-quan": "/nhan-xet-co-quan/{}/",
    "de-nghi-thay-the": "/thay-the/{}/",
    "kiem-tra": "/kiem-tra/{}/",
    "ket-luan-kiem-tra": "/ket-luan-kiem-tra/{}/",
    "chuyen-di": "/chuyen-di/{}/",
    "cam-ket": "/cam-ket/{}/",
    "ho-tro": "/ho-tro/{}/",
    "kho-khan": "/kho-khan/{}/",
    "mo-hinh": "/mo-hinh/{}/",
    "ban-tin": "/ban-tin/{}/",
    "su-kien": "/lich/su-kien/{}/",
    "viec-cua-co-quan": "/viec-co-quan/{}/",
    "dot-danh-gia": "/ket-qua-theo-doi/{}/",
    "ket-qua-theo-doi": "/ket-qua-theo-doi/cua/{}/",
}
"""Where a record of each sort has its page."""
BELOW = {
    "chuong-trinh": (
        "ban-in/",
        "chuong-trinh.docx",
        "chuong-trinh.pdf",
        "so-sanh/",
        "sua/",
        "sua-doi/",
        "gui/",
        "tra-lai/",
    ),
    "bao-cao": (
        "ban-in/",
        "bao-cao.docx",
        "bao-cao.pdf",
        "so-sanh/",
        "soan/",
        "mau-word.docx",
        "tu-word/",
        "gui/",
        "tra-lai/",
    ),
    "phieu-nhan-xet": (
        "ban-giay/",
        "tai-lieu/",
        "tra-lai/",
        "y-kien/",
        "ban-in/",
        "phieu-nhan-xet.docx",
        "phieu-nhan-xet.pdf",
    ),
    "nhan-xet-co-quan": ("y-kien/",),
    "de-nghi-thay-the": ("rut/", "xac-minh/", "de-xuat/", "quyet-dinh/", "khong-thay/", "cu-can-bo/", "ban-in/"),
    "kiem-tra": ("quyet-dinh/", "khong-tien-hanh/", "rut-mau/", "ket-luan/", "ket-thuc/", "ban-in/"),
    "ket-luan-kiem-tra": ("phan-hoi/", "chua-dat/", "xac-nhan/"),
    "viec-phai-lam": ("gia-han/", "nguyen-nhan/"),
    "dot-danh-gia": ("trinh/", "tra-ve/", "to-trinh/", "to-trinh.docx", "to-trinh.pdf", "tep.xlsx"),
    "ket-qua-theo-doi": ("dieu-chinh/", "y-kien/", "kien-nghi/", "tra-loi/", "xep-loai/"),
    "chuyen-di": ("khong-di/", "y-kien/", "tra-loi/"),
    "ho-tro": ("y-kien/", "dieu-chinh/"),
    "kho-khan": ("chuyen/", "tra-loi/", "gia-han/", "danh-gia/", "chap-nhan/", "ket-thuc/"),
    "mo-hinh": ("buoc/", "lam-theo/"),
}
"""Pages of acts and papers beneath it: for who may; to everybody else they are not there."""
POSTS = {
    "chuong-trinh": ("thong-nhat/", "dang-ky/"),
    "bao-cao": ("thong-nhat/", "nhan/", "ban-moi/"),
    "chuyen-di": ("xac-nhan/",),
    "ho-tro": ("xac-nhan/",),
    "mo-hinh": ("gioi-thieu/",),
    "ban-tin": ("da-doc/", "tra-loi/"),
    "su-kien": ("huy/", "nhan-loi/", "khong-du/"),
}
"""Acts that have no page of their own."""


def readable(who: Principal, record: Record) -> bool:
    """Whether the record's page is there; a model that is offered has one for every reader of the province."""
    return may_read(who, record) if record.ledger == "mo-hinh" else may_see(who, record)


def some(year: Year, who: Principal, *, seen: bool, each: int) -> Iterator[Record]:
    """Some records of each sort that the person may open, or may not, spread over all of them."""
    for ledger in RECORDS:
        mine = [r for r in year.records.values() if r.ledger == ledger and readable(who, r) is seen]
        yield from mine[:: max(len(mine) // each, 1)][:each]


def page_of(record: Record) -> str:
    return RECORDS[record.ledger].format(record.pk)


def below(record: Record) -> Iterator[str]:
    yield from (page_of(record) + tail for tail in BELOW.get(record.ledger, ()))


def posts(record: Record) -> Iterator[str]:
    yield from (page_of(record) + tail for tail in POSTS.get(record.ledger, ()))


def communes(year: Year, who: Principal) -> tuple[list[str], list[str]]:
    """Keys of communes whose profile the person has, and of some whose profile not."""
    mine = {r.commune for r in year.seen_by(who) if r.commune and r.ledger == "phan-cong"}
    mine |= {who.commune} if who.commune else set()
    if who.role in {"board", "standing", "inspector"}:
        all_of_them = Unit.objects.filter(province_id=who.province, level="commune")
        mine = set(all_of_them.values_list("pk", flat=True))
    units = Unit.objects.filter(level="commune", valid_to=None) | Unit.objects.filter(
        level="commune", province__code="17"
    )
    keys = {unit.pk: unit.key for unit in units.order_by("code")}
    inside = [key for pk, key in keys.items() if pk in mine]
    outside = [key for pk, key in keys.items() if pk not in mine]
    return inside[:3], outside[:: max(len(outside) // 4, 1)][:4]


def persons(year: Year, who: Principal) -> tuple[list[str], list[str]]:
    """Pages of cadres and agencies that the person has, and of some that not."""
    held = [r for r in year.seen_by(who) if r.ledger == "phan-cong"]
    cadres, agencies = {r.cadre for r in held}, {r.agency for r in held} | {who.agency}
    if who.role in {"board", "standing", "inspector"}:
        cadres = set(Cadre.objects.filter(province_id=who.province).values_list("pk", flat=True))
        agencies = set(Agency.objects.filter(province_id=who.province).values_list("pk", flat=True))
    inside = [*_pages("/can-bo", cadres), *_pages("/co-quan", agencies)]
    others = set(Cadre.objects.values_list("pk", flat=True)) - cadres
    far = set(Agency.objects.values_list("pk", flat=True)) - agencies
    return inside[:6], [*_pages("/can-bo", others)[:3], *_pages("/co-quan", far)[:3]]


def _pages(where: str, keys: set[UUID] | set[UUID | None]) -> list[str]:
    return [f"{where}/{key}/" for key in sorted(str(key) for key in keys if key)]
