from django.urls import path

from diaban.dashboards import gallery, views

app_name = "dashboards"
urlpatterns = [
    path("tong-hop/<int:year>/", views.summary, name="summary"),
    path("tong-hop/<int:year>/ban-in/", views.document, name="document"),
    path("tong-hop/<int:year>/bao-cao.docx", views.document_file, {"form": "docx"}, name="docx"),
    path("tong-hop/<int:year>/bao-cao.pdf", views.document_file, {"form": "pdf"}, name="pdf"),
    path("tong-hop/<int:year>/so-lieu/", views.figures, name="figures"),
    path("tong-hop/<int:year>/ban-ghi/<slug:ledger>/<str:key>/", views.record, name="record"),
    path("tong-hop/<int:year>/<slug:key>/", views.records, name="records"),
    path("tong-hop/<int:year>/<slug:key>/tep.xlsx", views.records_file, name="records_file"),
    path("thu-vien-giao-dien/", gallery.gallery, name="gallery"),
]
