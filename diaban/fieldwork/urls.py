from django.urls import path

from diaban.fieldwork.views import agency_acts, difficulties, difficulty_acts, innovations

app_name = "fieldwork"
urlpatterns = [
    path("kho-khan/", difficulties.difficulties, name="difficulties"),
    path("kho-khan/tep.xlsx", difficulties.difficulties_file, name="difficulties_file"),
    path("kho-khan/moi/", difficulties.difficulty_new, name="difficulty_new"),
    path("kho-khan/<uuid:pk>/", difficulties.difficulty, name="difficulty"),
    path("kho-khan/<uuid:pk>/tep/<uuid:file>/", difficulties.difficulty_file, name="difficulty_file"),
    path("kho-khan/<uuid:pk>/chuyen/", difficulty_acts.difficulty_routing, name="difficulty_routing"),
    path("kho-khan/<uuid:pk>/tra-loi/", difficulty_acts.difficulty_answer, name="difficulty_answer"),
    path("kho-khan/<uuid:pk>/gia-han/", difficulty_acts.difficulty_extension, name="difficulty_extension"),
    path("kho-khan/<uuid:pk>/danh-gia/", difficulty_acts.difficulty_grade, name="difficulty_grade"),
    path("kho-khan/<uuid:pk>/chap-nhan/", difficulty_acts.difficulty_acceptance, name="difficulty_acceptance"),
    path("kho-khan/<uuid:pk>/ket-thuc/", difficulty_acts.difficulty_closing, name="difficulty_closing"),
    path("mo-hinh/", innovations.innovations, name="innovations"),
    path("mo-hinh/tep.xlsx", innovations.innovations_file, name="innovations_file"),
    path("mo-hinh/moi/", innovations.innovation_new, name="innovation_new"),
    path("mo-hinh/<uuid:pk>/", innovations.innovation, name="innovation"),
    path("mo-hinh/<uuid:pk>/buoc/", innovations.innovation_step, name="innovation_step"),
    path("mo-hinh/<uuid:pk>/gioi-thieu/", innovations.innovation_offer, name="innovation_offer"),
    path("mo-hinh/<uuid:pk>/lam-theo/", innovations.innovation_adoption, name="innovation_adoption"),
    path("mo-hinh/<uuid:pk>/lam-theo/<uuid:adoption>/", innovations.adoption_result, name="adoption_result"),
    path("viec-co-quan/", agency_acts.agency_acts, name="agency_acts"),
    path("viec-co-quan/tep.xlsx", agency_acts.agency_acts_file, name="agency_acts_file"),
    path("viec-co-quan/moi/", agency_acts.agency_act_new, name="agency_act_new"),
    path("viec-co-quan/<uuid:pk>/", agency_acts.agency_act, name="agency_act"),
    path("viec-co-quan/<uuid:pk>/tep/<uuid:file>/", agency_acts.agency_act_file, name="agency_act_file"),
]
