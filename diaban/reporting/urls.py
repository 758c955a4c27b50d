from django.urls import path

from diaban.reporting.views import moving, reading, writing

app_name = "reporting"
_OF = "bao-cao/phan-cong/<uuid:assignment>/<str:kind>/<int:year>/"
urlpatterns = [
    path("bao-cao/", reading.reports, name="reports"),
    path("bao-cao/tep.xlsx", reading.reports_file, name="reports_file"),
    path("bao-cao/phan-cong/<uuid:pk>/<str:kind>/<int:year>/", reading.of_assignment, name="of_assignment"),
    path(f"{_OF}moi/", writing.new, name="new"),
    path(f"{_OF}kiem-tra/", writing.checked, name="checked"),
    path("bao-cao/<uuid:pk>/", reading.report, name="report"),
    path("bao-cao/<uuid:pk>/soan/", writing.edit, name="edit"),
    path("bao-cao/<uuid:pk>/mau-word.docx", writing.word, name="word"),
    path("bao-cao/<uuid:pk>/tu-word/", writing.from_word, name="from_word"),
    path("bao-cao/<uuid:pk>/gui/", moving.submission, name="submission"),
    path("bao-cao/<uuid:pk>/thong-nhat/", moving.endorsement, name="endorsement"),
    path("bao-cao/<uuid:pk>/nhan/", moving.receipt, name="receipt"),
    path("bao-cao/<uuid:pk>/tra-lai/", moving.returning, name="return"),
    path("bao-cao/<uuid:pk>/ban-moi/", writing.mending, name="mending"),
    path("bao-cao/<uuid:pk>/so-sanh/", reading.compare, name="compare"),
    path("bao-cao/<uuid:pk>/ban-in/", reading.document, name="print"),
    path("bao-cao/<uuid:pk>/bao-cao.docx", reading.document_file, {"form": "docx"}, name="docx"),
    path("bao-cao/<uuid:pk>/bao-cao.pdf", reading.document_file, {"form": "pdf"}, name="pdf"),
]
