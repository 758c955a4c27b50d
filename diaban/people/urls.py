from django.conf import settings
from django.urls import path

from diaban.people import views

app_name = "people"
urlpatterns = [
    path("dang-nhap/", views.sign_in, name="sign_in"),
    path("dang-xuat/", views.sign_out, name="sign_out"),
    path("vai-tro/", views.roles, name="roles"),
    path("chua-co-vai-tro/", views.no_role, name="no_role"),
]
if settings.DEMO:
    urlpatterns += [path("dang-nhap/mo-phong/<slug:username>/", views.demo_sign_in, name="demo_sign_in")]
