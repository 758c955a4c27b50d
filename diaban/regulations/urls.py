from django.urls import path

from diaban.regulations import views

app_name = "regulations"
urlpatterns = [
    path("van-ban/", views.directive_list, name="directives"),
    path("bo-quy-tac/", views.rule_set_list, name="rule_sets"),
    path("bo-quy-tac/<uuid:pk>/", views.rule_set_detail, name="rule_set"),
]
