from django.urls import path

from diaban.newsroom import views

app_name = "newsroom"
urlpatterns = [
    path("tin-hoat-dong/", views.article_list, name="list"),
    path("tin-hoat-dong/feed.xml", views.feed, name="feed"),
    path("tin-hoat-dong/<slug:slug>/", views.article_detail, name="article"),
    path("tin-hoat-dong/<slug:slug>/ban-in/", views.article_print, name="print"),
]
