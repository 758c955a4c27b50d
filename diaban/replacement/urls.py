from django.urls import path

from diaban.replacement.views import handing, moving, reading

app_name = "replacement"
_ONE = "thay-the/<uuid:pk>/"
_PAPER = "ban-giao/<uuid:pk>/"
urlpatterns = [
    path("thay-the/", reading.requests, name="requests"),
    path("thay-the/tep.xlsx", reading.requests_file, name="requests_file"),
    path("thay-the/moi/", reading.choose, name="choose"),
    path("thay-the/phan-cong/<uuid:pk>/", reading.of_assignment, name="of_assignment"),
    path("thay-the/phan-cong/<uuid:pk>/moi/", moving.ask, name="ask"),
    path(_ONE, reading.request_page, name="request"),
    path(f"{_ONE}rut/", moving.withdrawal, name="withdrawal"),
    path(f"{_ONE}y-kien/<slug:side>/", moving.opinion, name="opinion"),
    path(f"{_ONE}xac-minh/", moving.verification, name="verification"),
    path(f"{_ONE}de-xuat/", moving.proposal, name="proposal"),
    path(f"{_ONE}quyet-dinh/", moving.grant, name="grant"),
    path(f"{_ONE}khong-thay/", moving.refusal, name="refusal"),
    path(f"{_ONE}cu-can-bo/", moving.successor, name="successor"),
    path(f"{_ONE}ban-in/", reading.document, name="print"),
    path(f"{_ONE}quyet-dinh.docx", reading.document_file, {"form": "docx"}, name="docx"),
    path(f"{_ONE}quyet-dinh.pdf", reading.document_file, {"form": "pdf"}, name="pdf"),
    path("ban-giao/", handing.handovers, name="handovers"),
    path("ban-giao/tep.xlsx", handing.handovers_file, name="handovers_file"),
    path(_PAPER, handing.handover, name="handover"),
    path(f"{_PAPER}soan/", handing.write, name="handover_write"),
    path(f"{_PAPER}ky/", handing.sign, name="handover_sign"),
    path(f"{_PAPER}bien-ban.docx", handing.handover_file, {"form": "docx"}, name="handover_docx"),
    path(f"{_PAPER}bien-ban.pdf", handing.handover_file, {"form": "pdf"}, name="handover_pdf"),
]
