from django.urls import path

from diaban.oversight.views import deciding, reading, working

app_name = "oversight"
urlpatterns = [
    path("kiem-tra/", reading.inspections, name="inspections"),
    path("kiem-tra/tep.xlsx", reading.inspections_file, name="inspections_file"),
    path("kiem-tra/moi/", deciding.new, name="new"),
    path("kiem-tra/<uuid:pk>/", reading.inspection, name="inspection"),
    path("kiem-tra/<uuid:pk>/quyet-dinh/", deciding.decision, name="decision"),
    path("kiem-tra/<uuid:pk>/khong-tien-hanh/", deciding.cancellation, name="cancellation"),
    path("kiem-tra/<uuid:pk>/rut-mau/", deciding.drawing, name="drawing"),
    path("kiem-tra/<uuid:pk>/ket-luan/", deciding.conclusion, name="conclusion"),
    path("kiem-tra/<uuid:pk>/ket-thuc/", deciding.closing, name="closing"),
    path("kiem-tra/<uuid:pk>/ban-in/", reading.document, name="print"),
    path("kiem-tra/<uuid:pk>/ket-luan.docx", reading.document_file, {"form": "docx"}, name="docx"),
    path("kiem-tra/<uuid:pk>/ket-luan.pdf", reading.document_file, {"form": "pdf"}, name="pdf"),
    path("kiem-tra/don-vi/<uuid:pk>/", reading.sampled, name="sampled"),
    path("kiem-tra/don-vi/<uuid:pk>/ghi/", working.checking, name="checking"),
    path("kiem-tra/don-vi/<uuid:pk>/ket-luan/", working.finding_new, name="finding_new"),
    path("kiem-tra/don-vi/<uuid:pk>/tep/<uuid:file>/", reading.sampled_file, name="sampled_file"),
    path("ket-luan-kiem-tra/", reading.findings, name="findings"),
    path("ket-luan-kiem-tra/tep.xlsx", reading.findings_file, name="findings_file"),
    path("ket-luan-kiem-tra/<uuid:pk>/", reading.finding, name="finding"),
    path("ket-luan-kiem-tra/<uuid:pk>/phan-hoi/", working.reply, name="reply"),
    path("ket-luan-kiem-tra/<uuid:pk>/chua-dat/", working.refusal, name="refusal"),
    path("ket-luan-kiem-tra/<uuid:pk>/xac-nhan/", working.remedy, name="remedy"),
    path("ket-luan-kiem-tra/<uuid:pk>/<uuid:reply>/tep/<uuid:file>/", reading.reply_file, name="reply_file"),
]
