from django.urls import path

from diaban.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("tim/", views.search, name="search"),
    path("dia-ban/", views.communes, name="communes"),
    path("dia-ban/tep.xlsx", views.communes_file, name="communes_file"),
    path("dia-ban/<slug:key>/", views.commune, name="commune"),
    path("dia-ban/<slug:key>/dien-bien/", views.commune_timeline, name="commune_timeline"),
    path("co-quan/", views.agencies, name="agencies"),
    path("co-quan/<uuid:pk>/", views.agency, name="agency"),
    path("can-bo/<uuid:pk>/", views.cadre, name="cadre"),
    path("ganh-nang/", views.burden, name="burden"),
]
