"""Every address of the product. A room's own addresses stand in its urls.py; handlers say errors in Vietnamese."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

ROOMS = [
    "people",
    "journal",
    "newsroom",
    "regulations",
    "planning",
    "fieldwork",
    "exchange",
    "reporting",
    "deadlines",
    "reminders",
    "replacement",
    "assessment",
    "oversight",
    "ranking",
    "intake",
    "dashboards",
    "desk",
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(f"diaban.{room}.urls")) for room in ROOMS if find_spec(f"diaban.{room}.urls")
]

handler400 = "diaban.kit.pages.bad_request"
handler403 = handler404 = "diaban.kit.pages.absent"
handler500 = "diaban.kit.pages.server_error"
