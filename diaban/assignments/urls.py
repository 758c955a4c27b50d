"""Addresses of assignments."""

from django.urls import path

from diaban.assignments import views

app_name = "assignments"
urlpatterns = [path("phan-cong/nhap/", views.assignment_import, name="import")]
