from django.urls import path

from diaban.deadlines.views import overview, urging

app_name = "deadlines"
urlpatterns = [
    path("ky-han/", overview.deadlines, name="deadlines"),
    path("ky-han/viec/", overview.obligations, name="obligations"),
    path("ky-han/viec/tep.xlsx", overview.obligations_file, name="obligations_file"),
    path("ky-han/viec/nhac/", urging.urging, name="urging"),
    path("ky-han/viec/<uuid:pk>/", overview.obligation, name="obligation"),
    path("ky-han/viec/<uuid:pk>/gia-han/", overview.extension, name="extension"),
    path("ky-han/viec/<uuid:pk>/nguyen-nhan/", overview.cause, name="cause"),
    path("ky-han/so-cham/", overview.lateness, name="lateness"),
    path("ky-han/so-cham/tep.xlsx", overview.lateness_file, name="lateness_file"),
]
