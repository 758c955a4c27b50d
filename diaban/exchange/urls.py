from django.urls import path

from diaban.exchange.views import bulletins, calendar, events, facts

app_name = "exchange"
urlpatterns = [
    path("ban-tin/", bulletins.bulletins, name="bulletins"),
    path("ban-tin/tep.xlsx", bulletins.bulletins_file, name="bulletins_file"),
    path("ban-tin/moi/", bulletins.bulletin_new, name="bulletin_new"),
    path("ban-tin/<uuid:pk>/", bulletins.bulletin, name="bulletin"),
    path("ban-tin/<uuid:pk>/da-doc/", bulletins.bulletin_receipt, name="bulletin_receipt"),
    path("ban-tin/<uuid:pk>/tra-loi/", bulletins.bulletin_reply, name="bulletin_reply"),
    path("lich/", calendar.calendar, name="calendar"),
    path("lich/dia-chi/", calendar.feed_settings, name="feed_settings"),
    path("lich/giay-moi/", calendar.invitations, name="invitations"),
    path("lich/giay-moi/tep.xlsx", calendar.invitations_file, name="invitations_file"),
    path("lich/su-kien/moi/", events.event_new, name="event_new"),
    path("lich/su-kien/<uuid:pk>/", events.event, name="event"),
    path("lich/su-kien/<uuid:pk>/huy/", events.event_calling_off, name="event_calling_off"),
    path("lich/su-kien/<uuid:pk>/nhan-loi/", events.invitation_acceptance, name="invitation_acceptance"),
    path("lich/su-kien/<uuid:pk>/khong-du/", events.invitation_refusal, name="invitation_refusal"),
    path("lich/<str:secret>.ics", calendar.feed, name="feed"),
    path("dia-ban/<slug:key>/so-lieu/", facts.facts, name="facts"),
    path("dia-ban/<slug:key>/so-lieu/moi/", facts.facts_new, name="facts_new"),
]
