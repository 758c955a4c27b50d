from django.urls import path

from diaban.reminders.views import pages

app_name = "reminders"
urlpatterns = [
    path("nhac-viec/", pages.reminders, name="reminders"),
    path("nhac-viec/cach-nhan/", pages.channels, name="channels"),
    path("nhac-viec/thiet-bi/", pages.device, name="device"),
    path("nhac-viec/thiet-bi/<uuid:pk>/tat/", pages.device_off, name="device_off"),
    path("nhac-viec/thu/", pages.deliveries, name="deliveries"),
    path("nhac-viec/thu/gui-lai/", pages.resending, name="resending"),
]
