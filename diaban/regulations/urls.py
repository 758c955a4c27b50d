from django.urls import path

from diaban.regulations.views import calendar, changing, reading

app_name = "regulations"
urlpatterns = [
    path("van-ban/", reading.directive_list, name="directives"),
    path("bo-quy-tac/", reading.rule_set_list, name="rule_sets"),
    path("bo-quy-tac/<uuid:pk>/", reading.rule_set_detail, name="rule_set"),
    path("bo-quy-tac/<uuid:pk>/chep/", changing.copying, name="copying"),
    path("bo-quy-tac/<uuid:pk>/sua/<slug:section>/", changing.changing, name="changing"),
    path("bo-quy-tac/<uuid:pk>/cong-bo/", changing.publication, name="publication"),
    path("bo-quy-tac/<uuid:pk>/so-sanh/<uuid:other>/", changing.compare, name="compare"),
    path("lich-lam-viec/", calendar.working_calendar, name="calendar"),
    path("lich-lam-viec/ngay/", calendar.day_entry, name="day_entry"),
    path("lich-lam-viec/<str:day>/bo/", calendar.day_withdrawal, name="day_withdrawal"),
]
