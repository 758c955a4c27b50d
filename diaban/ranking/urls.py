from django.urls import path

from diaban.ranking.views import lines, moving, reading, trying

app_name = "ranking"
_ONE = "ket-qua-theo-doi/<uuid:pk>/"
_LINE = "ket-qua-theo-doi/cua/<uuid:pk>/"
urlpatterns = [
    path("ket-qua-theo-doi/", reading.rounds, name="rounds"),
    path("ket-qua-theo-doi/thu/", trying.trying, name="trying"),
    path("ket-qua-theo-doi/thu/tep.xlsx", trying.trying_file, name="trying_file"),
    path("ket-qua-theo-doi/lap/<int:year>/", moving.opening, name="opening"),
    path(_ONE, reading.round_, name="round"),
    path(f"{_ONE}tinh-lai/", moving.computing, name="computing"),
    path(f"{_ONE}de-xuat/", moving.proposal, name="proposal"),
    path(f"{_ONE}trinh/", moving.submission, name="submission"),
    path(f"{_ONE}tra-ve/", moving.returning, name="return"),
    path(f"{_ONE}quyet-dinh/", moving.decision, name="decision"),
    path(f"{_ONE}cong-bo/", moving.publication, name="publication"),
    path(f"{_ONE}ket-thuc/", moving.ending, name="ending"),
    path(f"{_ONE}tep.xlsx", reading.round_file, name="round_file"),
    path(f"{_ONE}to-trinh/", reading.document, name="print"),
    path(f"{_ONE}to-trinh.docx", reading.document_file, {"form": "docx"}, name="docx"),
    path(f"{_ONE}to-trinh.pdf", reading.document_file, {"form": "pdf"}, name="pdf"),
    path(_LINE, reading.line, name="line"),
    path(f"{_LINE}dieu-chinh/", lines.override, name="override"),
    path(f"{_LINE}y-kien/", lines.opinion, name="opinion"),
    path(f"{_LINE}kien-nghi/", lines.appeal, name="appeal"),
    path(f"{_LINE}tra-loi/", lines.answer, name="answer"),
    path(f"{_LINE}xep-loai/", lines.official, name="official"),
]
