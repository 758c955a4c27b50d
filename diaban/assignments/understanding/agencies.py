"""Provincial bodies and posts as officials shorten and join them: "PGĐ Sở NN&PTNT" is a post and an agency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from diaban.kit.text import fold, nfc

_POSTS = {
    "PGĐ": "Phó Giám đốc",
    "GĐ": "Giám đốc",
    "PCT": "Phó Chủ tịch",
    "CT": "Chủ tịch",
    "TB": "Trưởng Ban",
    "PTB": "Phó Trưởng Ban",
    "CVP": "Chánh Văn phòng",
    "PCVP": "Phó Chánh Văn phòng",
    "PBT": "Phó Bí thư",
    "BT": "Bí thư",
    "CN": "Chủ nhiệm",
    "PCN": "Phó Chủ nhiệm",
    "HT": "Hiệu trưởng",
    "PHT": "Phó Hiệu trưởng",
    "CTT": "Chánh Thanh tra",
    "PCTT": "Phó Chánh Thanh tra",
    "UVBTV": "Ủy viên Ban Thường vụ",
    "UVTV": "Ủy viên Thường vụ",
    "TUV": "Tỉnh ủy viên",
}
_BODIES = [
    ("kh dt|khdt", "ke hoach dau tu"),
    ("kh cn|khcn", "khoa hoc cong nghe"),
    ("ld tb xh|ldtbxh|ld tbxh|ldtb xh", "lao dong thuong binh xa hoi"),
    ("gd dt|gddt", "giao duc dao tao"),
    ("tn mt|tnmt", "tai nguyen moi truong"),
    ("tt tt|tttt", "thong tin truyen thong"),
    ("vh tt dl|vhttdl|vh ttdl|vhtt dl", "van hoa the thao du lich"),
    ("nn ptnt|nnptnt|nong nghiep ptnt", "nong nghiep phat trien nong thon"),
    ("nn mt|nnmt", "nong nghiep moi truong"),
    ("gtvt", "giao thong van tai"),
    ("ub(?= mttq)", "uy ban"),
    ("ubmttq", "uy ban mat tran to quoc"),
    ("mttq", "mat tran to quoc"),
    ("ubkt", "uy ban kiem tra"),
    ("ubnd", "uy ban nhan dan"),
    ("hdnd", "hoi dong nhan dan"),
    ("dbqh", "dai bieu quoc hoi"),
    ("ldld", "lien doan lao dong"),
    ("lhpn", "lien hiep phu nu"),
    ("ccb", "cuu chien binh"),
    ("bchqs|bo chqs", "bo chi huy quan su"),
    ("vksnd|vks nd", "vien kiem sat nhan dan"),
    ("tand", "toa an nhan dan"),
    ("bhxh", "bao hiem xa hoi"),
    ("kbnn", "kho bac nha nuoc"),
    ("nhcsxh", "ngan hang chinh sach xa hoi"),
    ("thads|tha ds", "thi hanh an dan su"),
    ("bql", "ban quan ly"),
    ("kcn", "khu cong nghiep"),
    ("tctu", "to chuc tinh uy"),
    ("btc tinh uy", "ban to chuc tinh uy"),
    ("btg tinh uy", "ban tuyen giao tinh uy"),
    ("bdv tinh uy", "ban dan van tinh uy"),
    ("vptu", "van phong tinh uy"),
    ("vp", "van phong"),
]
_HEADS = (
    "Sở|Ban|Văn phòng|Ủy ban|Uỷ ban|UBND|UBKT|UBMTTQ|MTTQ|Hội|Liên đoàn|Liên minh|Liên hiệp|Tỉnh đoàn|Tỉnh ủy|Tỉnh uỷ"
    "|Đảng ủy|Đảng uỷ|Công an|CA|Bộ Chỉ huy|Bộ CHQS|BCHQS|BCH|Viện|VKSND|Tòa án|Toà án|TAND|Cục|Chi cục|Kho bạc|KBNN"
    "|Bảo hiểm|BHXH|Ngân hàng|NHCSXH|Trường|Báo|Đài|Thanh tra|Mặt trận|Quỹ|Công ty|Tổng công ty|Bệnh viện|Trung tâm"
    "|Thuế|Hải quan|Đoàn|HĐND|BQL|LĐLĐ|Học viện|Bưu điện|Điện lực|Kiểm toán|VP|BTC|BTG|BDV|Hội đồng|Đảng bộ"
)
_HEAD = re.compile(rf"(?<![^\s,;(])(?:{_HEADS})(?=[\s,.]|$)(?!\s+(?:trưởng|Ban)(?:\s|$))", re.I)
_OWN_HEADS = re.compile(
    r"^(.*\b(?:trưởng|chánh|phó trưởng|phó chánh|tổng biên tập|cục trưởng)\b)$", re.I
)  # "Phó Trưởng | Ban Dân vận": the post ends in the agency's first word
POST_START = re.compile(
    r"(phó|p\.|quyền|q\.|nguyên|giám đốc|trưởng|chủ tịch|chủ nhiệm|bí thư|chánh|ủy viên|uỷ viên|tỉnh ủy viên"
    r"|tỉnh uỷ viên|viện trưởng|cục trưởng|chi cục trưởng|hiệu trưởng|tổng|chỉ huy|chính ủy|chính uỷ|thường trực"
    r"|đội trưởng|pgđ|gđ|pct|ct|tb|ptb|cvp|pcvp|pbt|bt|tuv|uvbtv|chuyên viên|thư ký|kế toán|chính trị viên"
    r"|đại biểu|phụ trách)(?=[\s.,]|$)",
    re.I,
)


def expand_post(text: str) -> str:
    """ "PGĐ Sở" -> "Phó Giám đốc Sở", "P. Giám đốc" -> "Phó Giám đốc"."""
    spread = re.sub(r"\bP\.\s*(?=[^\W\d_])", "Phó ", nfc(text))
    spread = re.sub(r"\b(Chánh) VP\b", r"\1 Văn phòng", spread)
    whole = re.sub(r"(?<![\w&-])([A-ZĐ]{2,5})(?![\w&-])", lambda m: _POSTS.get(m[1], m[1]), spread).strip(" ,;-–")
    return _less_loud(whole)


def _less_loud(post: str) -> str:
    """PHÓ GIÁM ĐỐC -> Phó Giám đốc; a post that is not all capitals stays as typed."""
    if not post.isupper() or len(post.split()) < 2:
        return post
    calm = re.sub(_CAPITALISED, lambda match: match[0].capitalize(), post.lower())
    return re.sub(r"\b(Trưởng|Phó Trưởng) ban\b", r"\1 Ban", calm[0].upper() + calm[1:])


_CAPITALISED = re.compile(
    r"\b(giám đốc|chủ tịch|chủ nhiệm|bí thư|chánh|trưởng|phó trưởng|viện trưởng|cục trưởng|hiệu trưởng|tỉnh ủy"
    r"|văn phòng|thanh tra|ủy viên|sở|ban thường vụ)\b"
)


@dataclass(frozen=True)
class Agencies:
    """The known bodies of a province, found again under their short and long names."""

    known: dict[str, str]
    province: str

    @classmethod
    def of(cls, names: tuple[str, ...], province: str) -> Agencies:
        return cls({_key(name, province): re.sub(r"\s*\([^)]*\)", "", name) for name in names}, province)

    def key(self, text: str) -> str:
        return _key(text, self.province)

    def find(self, text: str) -> str | None:
        return self.known.get(self.key(text))

    def near(self, text: str) -> list[str]:
        """Known bodies whose names are so like the text that it may be a slip for one of them."""
        key = self.key(text)
        scored = [(self._likeness(key, other), name) for other, name in self.known.items()]
        return [name for score, name in sorted(scored, reverse=True) if score >= 0.86][:3]

    def _likeness(self, key: str, other: str) -> float:
        """1.0 where one name goes on with the other's words: "Ban Dân vận" and "Ban Dân vận Tỉnh ủy"."""
        short, long = sorted((key, other), key=len)
        begins = len(short.split()) > 1 and long.startswith(f"{short} ")
        return 1.0 if begins else SequenceMatcher(None, key, other).ratio()

    def split(self, text: str) -> tuple[str, str]:
        """Post and agency of a text that joins them; an empty agency where none is named."""
        whole = expand_post(text)
        if turned := re.match(r"(.+?)\s*(?:\s[-–]\s|[,:;])\s*(.+)", whole):
            first, rest = turned.groups()
            if POST_START.match(rest) and (self.find(first) or (_HEAD.match(first) and not POST_START.match(first))):
                return rest, self.find(first) or first
        if tail := re.search(r"[,;]\s*(?=(?:bí thư|phó bí thư|kiêm)\b[^,;]*$)", whole, flags=re.I):
            post, agency = self.split(whole[: tail.start()])
            return (f"{post}, {whole[tail.end() :]}", agency) if agency else (whole, "")
        words = whole.split()
        for start in range(len(words)):
            found = self.find(" ".join(words[start:]))
            if found:
                return _with_own_head(" ".join(words[:start]), " ".join(words[start:])), found
        return self._split_by_head(whole)

    def _split_by_head(self, whole: str) -> tuple[str, str]:
        """By the first word of a body's name, in the last clause that has one with a name behind it."""
        places = [match.start() for match in _HEAD.finditer(whole) if len(whole[match.start() :].split()) > 1]
        clause = max((whole.rfind(sign, 0, places[-1]) for sign in ",;"), default=-1) if places else -1
        inside = [place for place in places if place > clause]
        if not inside:
            return whole, ""
        post, agency = whole[: inside[0]], whole[inside[0] :]
        return _with_own_head(post.strip(" ,;-–"), agency), agency.strip(" ,;-–.")


def _with_own_head(post: str, agency: str) -> str:
    post = post.strip(" ,;-–")
    if not _OWN_HEADS.match(post):
        return post
    head = next((name for name in ("Ban", "Văn phòng", "Thanh tra") if agency.lower().startswith(name.lower())), "")
    return f"{post} {head}".strip()


@lru_cache(maxsize=4096)
def _key(text: str, province: str) -> str:
    """A name without what varies: marks, case, "và", "tỉnh", the province's own name, abbreviations."""
    spread = re.sub(r"\bTU\b", "Tỉnh ủy", re.sub(r"\([^)]*\)", " ", nfc(text)))
    flat = " ".join(re.sub(r"[^a-z0-9]+", " ", fold(re.sub(r"\bCA\b", "Công an", spread))).split())
    for short, long in _BODIES:
        flat = re.sub(rf"\b({short})\b", long, flat)
    own = fold(re.sub(r"^(tỉnh|thành phố)\s+", "", nfc(province), flags=re.I))
    if own:
        flat = re.sub(rf"\b{re.escape(own)}$", "", flat).strip()
    flat = re.sub(r"\b(va|viet nam|cua|cac)\b", " ", flat)
    return re.sub(r" tinh$", "", " ".join(flat.split()))
