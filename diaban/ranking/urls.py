from django.urls import path

from diaban.ranking.views import trying

app_name = "ranking"
urlpatterns = [
    path("ket-qua-theo-doi/thu/", trying.trying, name="trying"),
    path("ket-qua-theo-doi/thu/tep.xlsx", trying.trying_file, name="trying_file"),
]
