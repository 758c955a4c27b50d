from django.urls import path

from diaban.journal import views

app_name = "journal"
urlpatterns = [path("nhat-ky/", views.journal, name="journal")]
