import os
from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from funnel.broker import DATABASES_PER_INSTALLATION, broker_url, next_database, transport_options
from funnel.deployment import LOOPBACK, is_private, refuse_insecure
from funnel.patience import server_options
from funnel.policy import CONTENT_SECURITY_POLICY  # noqa: F401
from funnel.schedule import CELERY_BEAT_SCHEDULE  # noqa: F401

BASE_DIR = Path(__file__).resolve().parent.parent
LOCAL_DIR = BASE_DIR / ".local"

env = environ.Env()
env.read_env(BASE_DIR / ".env")

DEBUG = env.bool("DEBUG", default=False)
PRIVATE = is_private(os.environ, debug=DEBUG)
SECRET_KEY = env("SECRET_KEY", default="")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[*LOOPBACK] if PRIVATE else [])
BASE_URL = env("BASE_URL", default="").rstrip("/")

if not PRIVATE:
    refuse_insecure(secret_key=SECRET_KEY, allowed_hosts=ALLOWED_HOSTS, base_url=BASE_URL)
    BASE_URL = BASE_URL or f"https://{ALLOWED_HOSTS[0].lstrip('.')}"
else:
    BASE_URL = BASE_URL or "http://127.0.0.1:8000"

DATABASE_URL = env("DATABASE_URL", default="")
REDIS_URL = env("REDIS_URL", default="")
EMPTY = env("FUNNEL_DATABASE", default="demo") == "empty"

if not (DATABASE_URL and REDIS_URL and SECRET_KEY):
    from funnel.local import join

    local = join(LOCAL_DIR, database=not DATABASE_URL, broker=not REDIS_URL)
    DATABASE_URL = DATABASE_URL or local.database_url("funnel_empty" if EMPTY else "funnel")
    REDIS_URL = REDIS_URL or local.redis_url()
    SECRET_KEY = SECRET_KEY or local.secret_key()

if EMPTY:
    REDIS_URL = next_database(REDIS_URL, DATABASES_PER_INSTALLATION)
CACHE_URL = env("CACHE_URL", default="") or next_database(REDIS_URL)

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "crispy_forms",
    "csp",
    "pgtrigger",
    "pghistory",
    "funnel.apps.FunnelConfig",
    "leads.apps.LeadsConfig",
    "deals.apps.DealsConfig",
    "reports.apps.ReportsConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "funnel.middleware.QueryMiddleware",
    "funnel.middleware.TimeZoneMiddleware",
    "funnel.middleware.RefusalMiddleware",
    "pghistory.middleware.HistoryMiddleware",
]

ROOT_URLCONF = "funnel.urls"
WSGI_APPLICATION = "funnel.wsgi.application"
ASGI_APPLICATION = "funnel.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "funnel.context.rail",
            ]
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "funnel"

DATABASES = {"default": env.db_url_config(DATABASE_URL)}
DATABASES["default"] |= {
    "ENGINE": "django.db.backends.postgresql",
    "CONN_MAX_AGE": 60,
    "CONN_HEALTH_CHECKS": True,
    "OPTIONS": {
        "options": server_options(env("DATABASE_PATIENCE", default="command")),
        "application_name": "funnel",
        **DATABASES["default"].get("OPTIONS", {}),
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": CACHE_URL,
        "KEY_PREFIX": "funnel",
        "OPTIONS": {"socket_timeout": 2},
    }
}

AUTH_USER_MODEL = "funnel.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}Validator"}
    for name in ("UserAttributeSimilarity", "MinimumLength", "CommonPassword")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "funnel.accounts.ClosedAdapter"
ACCOUNT_FORMS = {"login": "funnel.gate.SignInForm", "reset_password": "funnel.gate.ForgottenForm"}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=0)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Funnel"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an administrator vouches for the e-mail

HTTPS = BASE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if ALLAUTH_TRUSTED_PROXY_COUNT else None
)
CSRF_TRUSTED_ORIGINS = [BASE_URL]
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_TZ = USE_I18N = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = Path(env("STATIC_ROOT", default=str(LOCAL_DIR / "static")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "funnel.statics.OneSheet"
    },
}

MAIL_BY_DEFAULT = f"filemail:///{LOCAL_DIR / 'mail'}" if PRIVATE else "smtp://localhost:25"
vars().update(env.email_url("EMAIL_URL", default=MAIL_BY_DEFAULT))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL", default="Funnel <funnel@localhost>")

CELERY_BROKER_URL = broker_url(REDIS_URL)
CELERY_BROKER_TRANSPORT_OPTIONS = transport_options(REDIS_URL)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="WARNING")},
}
