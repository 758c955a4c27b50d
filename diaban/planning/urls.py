from django.urls import path

from diaban.planning.views import moving, reading, writing

app_name = "planning"
urlpatterns = [
    path("chuong-trinh/", reading.programmes, name="programmes"),
    path("chuong-trinh/tep.xlsx", reading.programmes_file, name="programmes_file"),
    path("chuong-trinh/phan-cong/<uuid:pk>/<int:year>/", reading.of_assignment, name="of_assignment"),
    path("chuong-trinh/phan-cong/<uuid:assignment>/<int:year>/moi/", writing.new, name="new"),
    path("chuong-trinh/phan-cong/<uuid:assignment>/<int:year>/doi-chieu/", writing.checked, name="checked"),
    path("chuong-trinh/<uuid:pk>/", reading.programme, name="programme"),
    path("chuong-trinh/<uuid:pk>/sua/", writing.edit, name="edit"),
    path("chuong-trinh/<uuid:pk>/sua-doi/", writing.revise, name="revise"),
    path("chuong-trinh/<uuid:pk>/gui/", moving.submission, name="submission"),
    path("chuong-trinh/<uuid:pk>/thong-nhat/", moving.endorsement, name="endorsement"),
    path("chuong-trinh/<uuid:pk>/dang-ky/", moving.registration, name="registration"),
    path("chuong-trinh/<uuid:pk>/tra-lai/", moving.returning, name="return"),
    path("chuong-trinh/<uuid:pk>/so-sanh/", reading.compare, name="compare"),
    path("chuong-trinh/<uuid:pk>/ban-in/", reading.document, name="print"),
    path("chuong-trinh/<uuid:pk>/chuong-trinh.docx", reading.document_file, {"form": "docx"}, name="docx"),
    path("chuong-trinh/<uuid:pk>/chuong-trinh.pdf", reading.document_file, {"form": "pdf"}, name="pdf"),
]
