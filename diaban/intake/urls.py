"""Addresses of what comes in."""

from django.urls import path

from diaban.intake import views

app_name = "intake"
urlpatterns = [path("phan-cong/nhap/", views.assignment_import, name="assignments")]
