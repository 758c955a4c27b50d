from django.urls import path

from diaban.assessment.views import moving, reading, reviews, writing

app_name = "assessment"
_OF = "phieu-nhan-xet/phan-cong/<uuid:assignment>/<int:year>/"
_ONE = "phieu-nhan-xet/<uuid:pk>/"
urlpatterns = [
    path("phieu-nhan-xet/", reading.assessments, name="assessments"),
    path("phieu-nhan-xet/tep.xlsx", reading.assessments_file, name="assessments_file"),
    path("phieu-nhan-xet/ket-luan/<int:year>/", moving.release, name="release"),
    path(_OF, reading.of_assignment, name="of_assignment"),
    path(f"{_OF}soan/", writing.write, name="write"),
    path(f"{_OF}kiem-tra/", writing.checked, name="checked"),
    path(f"{_OF}gui/", writing.submission, name="submission"),
    path(f"{_OF}mau-word.docx", writing.word, name="word"),
    path(f"{_OF}tu-word/", writing.from_word, name="from_word"),
    path(_ONE, reading.assessment, name="assessment"),
    path(f"{_ONE}ban-giay/", moving.paper, name="paper"),
    path(f"{_ONE}tai-lieu/", moving.documents, name="documents"),
    path(f"{_ONE}tep/<uuid:file>/", reading.assessment_file, name="file"),
    path(f"{_ONE}tra-lai/", moving.returning, name="return"),
    path(f"{_ONE}y-kien/", moving.answer, name="answer"),
    path(f"{_ONE}ban-in/", reading.document, name="print"),
    path(f"{_ONE}phieu-nhan-xet.docx", reading.document_file, {"form": "docx"}, name="docx"),
    path(f"{_ONE}phieu-nhan-xet.pdf", reading.document_file, {"form": "pdf"}, name="pdf"),
    path("nhan-xet-co-quan/", reviews.reviews, name="reviews"),
    path("nhan-xet-co-quan/tep.xlsx", reviews.reviews_file, name="reviews_file"),
    path("nhan-xet-co-quan/<uuid:agency>/<int:year>/", reviews.of_agency, name="of_agency"),
    path("nhan-xet-co-quan/<uuid:agency>/<int:year>/soan/", reviews.write, name="review_write"),
    path("nhan-xet-co-quan/<uuid:pk>/", reviews.review, name="review"),
    path("nhan-xet-co-quan/<uuid:pk>/y-kien/", reviews.comment, name="review_comment"),
]
