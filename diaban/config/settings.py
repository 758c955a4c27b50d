"""Every setting of the product, from the environment (environment.py). Safe by default; the demo says what it opens."""

from pathlib import Path

import django_stubs_ext

from diaban.config import environment

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parents[2]

DEMO = environment.flag("DIABAN_DEMO")
"""A demonstration: marked "Dữ liệu mô phỏng" on every page, with a door for the named cast."""
DIABAN_CLOCK = environment.day("DIABAN_CLOCK")
if DIABAN_CLOCK and not DEMO:
    raise environment.SettingError("DIABAN_CLOCK", "chỉ dùng được trong bản mô phỏng (DIABAN_DEMO=1).")

SECRET_KEY = environment.text("DIABAN_SECRET_KEY")
DEBUG = False
ALLOWED_HOSTS = environment.names("DIABAN_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = environment.names("DIABAN_TRUSTED_ORIGINS", "https://localhost")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_linear_migrations",
    "procrastinate.contrib.django",
    "axes",
    "diaban.kit",
    "diaban.places",
    "diaban.people",
    "diaban.journal",
    "diaban.regulations",
    "diaban.documents",
    "diaban.attachments",
    "diaban.assignments",
    "diaban.obligations",
    "diaban.planning",
    "diaban.newsroom",
    "diaban.fieldwork",
    "diaban.exchange",
    "diaban.reporting",
    "diaban.deadlines",
    "diaban.reminders",
    "diaban.replacement",
    "diaban.assessment",
    "diaban.oversight",
    "diaban.ranking",
    "diaban.dashboards",
    "diaban.desk",
    "diaban.intake",
    "diaban.archive",
    "diaban.simulation",
]
FIRST_PARTY_APPS = [app for app in INSTALLED_APPS if app.startswith("diaban.")]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "diaban.kit.middleware.PagesCompressed",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "diaban.people.middleware.actor_middleware",
    "diaban.kit.middleware.strict_headers",
    "diaban.kit.middleware.refused_methods",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "diaban.config.urls"
WSGI_APPLICATION = "diaban.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "diaban.kit.jinja_env.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "diaban.config.shell.shell",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.Jinja2"

DATABASES = {"default": environment.database() | {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/dang-nhap/"
# Five wrong passwords for one account from one address close that door for fifteen minutes.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "diaban.people.views.locked_out"
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/tinh/"
STATIC_ROOT = Path(environment.text("DIABAN_STATIC_ROOT", str(BASE_DIR / ".diaban" / "static")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# A plain-HTTP door (the demo, or a server inside the Party network behind its own proxy) must be asked for by name.
PLAIN_HTTP = DEMO or environment.flag("DIABAN_PLAIN_HTTP")
SECURE_SSL_REDIRECT = not PLAIN_HTTP
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not PLAIN_HTTP
SECURE_HSTS_SECONDS = 0 if PLAIN_HTTP else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not PLAIN_HTTP
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if environment.flag("DIABAN_BEHIND_PROXY") else None
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_NAME = "diaban_phien"
CSRF_COOKIE_NAME = "diaban_csrf"
CSRF_FAILURE_VIEW = "diaban.kit.pages.stale_form"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "diaban.kit.uploads.BoundedUploadHandler",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": environment.text("DIABAN_LOG_LEVEL", "WARNING")},
}

# Mail that reminds. Without a server nothing leaves; the page tells everybody in any case.
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD, EMAIL_USE_SSL, EMAIL_USE_TLS = environment.mail_server()
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = environment.text("DIABAN_MAIL_FROM", "dia-ban@localhost")
HOME_ADDRESS = environment.text("DIABAN_HOME", "").rstrip("/")
# Messages on a person's device, off until the office gives a key: they travel over the browser maker's push service.
PUSH_KEY, PUSH_HOSTS = (
    environment.text("DIABAN_PUSH_KEY", ""),
    environment.names(
        "DIABAN_PUSH_HOSTS",
        "fcm.googleapis.com,updates.push.services.mozilla.com,.push.apple.com,.notify.windows.com",
    ),
)
PUSH_CONTACT = f"mailto:{DEFAULT_FROM_EMAIL}"
PROCRASTINATE_IMPORT_PATHS = ["diaban.reminders.jobs"]
