"""Settings, read from the environment. What can be set is described in docs/beheer/instellen.md."""

from __future__ import annotations

import os
from pathlib import Path

import environ

from werklandschap import __version__
from werklandschap.project.talen import extra_talen

env = environ.Env()
PAKKET = Path(__file__).resolve().parent.parent
DATA = Path(env.str("WERKLANDSCHAP_DATA", default=str(Path.cwd() / ".werklandschap"))).resolve()

VERSIE = __version__
DEMO = env.bool("WERKLANDSCHAP_DEMO", default=False)
PRODUCTIE = env.bool("WERKLANDSCHAP_PRODUCTIE", default=False)
DEBUG = env.bool("WERKLANDSCHAP_DEBUG", default=False)

ONVEILIGE_SLEUTEL = "alleen-voor-ontwikkeling-en-demo-niet-voor-productie-0123456789"
SECRET_KEY = env.str("WERKLANDSCHAP_SECRET_KEY", default=ONVEILIGE_SLEUTEL)
# Keys for fields and look-ups live outside the database and its backups: "id:base64,id:base64", newest first.
VELD_SLEUTELS = env.str("WERKLANDSCHAP_VELD_SLEUTELS", default="")
ZOEK_SLEUTEL = env.str("WERKLANDSCHAP_ZOEK_SLEUTEL", default="")
SLEUTEL_BESTAND = Path(env.str("WERKLANDSCHAP_SLEUTEL_BESTAND", default=str(DATA / "sleutels.json")))

ALLOWED_HOSTS = env.list("WERKLANDSCHAP_HOSTS", default=["127.0.0.1", "localhost", "[::1]", "testserver"])
CSRF_TRUSTED_ORIGINS = env.list("WERKLANDSCHAP_ORIGINS", default=[])

INSTALLED_APPS = [
    "werklandschap.project.apps.ProjectConfig",
    "werklandschap.koppelingen.api",
    "werklandschap.koppelingen.agenda",
    "werklandschap.koppelingen.badges",
    "werklandschap.koppelingen.bestanden",
    "werklandschap.koppelingen.kvk",
    "werklandschap.koppelingen.sms",
    "werklandschap.koppelingen.vum",
    "werklandschap.beheer",
    "werklandschap.inzicht",
    "werklandschap.portaal",
    "werklandschap.samen.bemiddeling",
    "werklandschap.samen.plaatsing",
    "werklandschap.samen.nazorg",
    "werklandschap.werkzoekende.melding",
    "werklandschap.werkzoekende.diagnostiek",
    "werklandschap.werkzoekende.maatschappelijk_fit",
    "werklandschap.werkzoekende.orientatie",
    "werklandschap.werkzoekende.werk_fit",
    "werklandschap.werkzoekende.opleiden",
    "werklandschap.werkgever.voorzorg",
    "werklandschap.werkgever.contact",
    "werklandschap.werkgever.orientatie",
    "werklandschap.werkgever.opleiden",
    "werklandschap.werkgever.kandidaat_fit",
    "werklandschap.werkgever.werkprofiel",
    "werklandschap.werkgever.werving",
    "werklandschap.kern.instrumenten",
    "werklandschap.kern.plannen",
    "werklandschap.kern.klantbeeld",
    "werklandschap.kern.profielen",
    "werklandschap.kern.berichten",
    "werklandschap.kern.documenten",
    "werklandschap.kern.dossiers",
    "werklandschap.kern.relaties",
    "werklandschap.kern.taken",
    "werklandschap.kern.tijdlijn",
    "werklandschap.kern.toegang",
    "werklandschap.kern.organisaties",
    "werklandschap.landschap",
    "werklandschap.ontwerp",
    "werklandschap.competenties",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "rest_framework",
    "drf_spectacular",
    "drf_standardized_errors",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
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
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "werklandschap.kern.basis.middleware.AlleenLezenBijGet",
    "werklandschap.kern.basis.middleware.FoutenVoorMensen",
    "werklandschap.kern.toegang.middleware.TweedeFactor",
]

ROOT_URLCONF = "werklandschap.project.urls"
WSGI_APPLICATION = "werklandschap.project.wsgi.application"
FORM_RENDERER = "werklandschap.ontwerp.formulieren.Formulierweergave"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "toegang.Gebruiker"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "werklandschap.kern.toegang.context.omgeving",
            ],
            "builtins": ["werklandschap.ontwerp.templatetags.ontwerp"],
        },
    },
]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA / 'werklandschap.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA mmap_size=0; "
        # At most 16 MB for each connection: figures of a whole municipality look up the same pages again and again.
        "PRAGMA cache_size=-16000;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("WERKLANDSCHAP_DB_CONN_MAX_AGE", default=60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

# In the database, so that all processes count failed logins together (allauth). Progress of long work goes beside
# it: the transaction of that work hides what it writes until it is done.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "project_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    "voortgang": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA / "voortgang",
    },
}
# Destroy dossiers past their term in the daily round; otherwise the round only counts them.
VERNIETIG_DAGELIJKS = env.bool("WERKLANDSCHAP_VERNIETIG_DAGELIJKS", default=False)

LANGUAGE_CODE = "nl"
# Beside Dutch and English come the languages a municipality adds, with their texts in the data folder.
LANGUAGES = [("nl", "Nederlands"), ("en", "English"), *extra_talen(env.list("WERKLANDSCHAP_TALEN", default=[]))]
LOCALE_PATHS = [DATA / "talen", PAKKET / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = ["werklandschap.ontwerp.formats"]

STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("WERKLANDSCHAP_STATIC", default=str(DATA / "static")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "whitenoise.storage.CompressedManifestStaticFilesStorage"
            if PRODUCTIE
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        )
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTIE
MEDIA_URL = "bestanden/"
MEDIA_ROOT = DATA / "bestanden"
# The search index, made from the database; several machines may each have their own.
INDEX_MAP = Path(env.str("WERKLANDSCHAP_INDEX", default=str(DATA / "index")))

AUTHENTICATION_BACKENDS = [
    "werklandschap.kern.toegang.backends.Accountbackend",
    "werklandschap.kern.toegang.backends.Allauthbackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/account/login/"
LOGIN_REDIRECT_URL = "/mijn-dag/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "werklandschap.kern.toegang.adapters.Accountadapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_FORMS = {"login": "werklandschap.kern.toegang.forms.Inlogformulier"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
# Wrong passwords and codes of everybody together; beyond it each address gets fewer tries (kern.toegang.raden).
MISLUKT_PER_UUR = env.int("WERKLANDSCHAP_MISLUKT_PER_UUR", default=200)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTIE
MFA_TOTP_ISSUER = "Werklandschap"
# Roles for which a second factor is compulsory (kern.toegang.middleware).
MFA_VERPLICHT = env.bool("WERKLANDSCHAP_MFA_VERPLICHT", default=PRODUCTIE)
OIDC = env.json("WERKLANDSCHAP_OIDC", default=[])
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": OIDC}}
SOCIALACCOUNT_ADAPTER = "werklandschap.kern.toegang.adapters.Oidcadapter"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 10
SESSION_COOKIE_SECURE = PRODUCTIE
CSRF_COOKIE_SECURE = PRODUCTIE
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "werklandschap.ontwerp.views.csrf_fout"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = env.bool("WERKLANDSCHAP_SSL_REDIRECT", default=PRODUCTIE)
SECURE_HSTS_SECONDS = env.int("WERKLANDSCHAP_HSTS", default=31536000 if PRODUCTIE else 0)
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("WERKLANDSCHAP_PROXY", default=False) else None
)
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        # SVG drawings carry presentation attributes, not inline styles.
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
    }
}

# The national exchange of profiles and vacancies: off, and of no use without accreditation (docs/beheer/vum.md).
KVK = {
    "adres": env.str("WERKLANDSCHAP_KVK_URL", default=""),
    "sleutel": env.str("WERKLANDSCHAP_KVK_SLEUTEL", default=""),
}
SMS = {
    "adres": env.str("WERKLANDSCHAP_SMS_URL", default=""),
    "token": env.str("WERKLANDSCHAP_SMS_TOKEN", default=""),
    "kop": env.str("WERKLANDSCHAP_SMS_KOP", default="Authorization: Bearer {token}"),
    "afzender": env.str("WERKLANDSCHAP_SMS_AFZENDER", default=""),
    "velden": env.json("WERKLANDSCHAP_SMS_VELDEN", default={}),
}
VUM = {
    "aan": env.bool("WERKLANDSCHAP_VUM", default=False),
    "adres": env.str("WERKLANDSCHAP_VUM_URL", default=""),
    "certificaat": env.str("WERKLANDSCHAP_VUM_CERTIFICAAT", default=""),
    "sleutel": env.str("WERKLANDSCHAP_VUM_SLEUTEL", default=""),
    "oin": env.list("WERKLANDSCHAP_VUM_OIN", default=[]),
    "partijen": env.list("WERKLANDSCHAP_VUM_PARTIJEN", default=[]),
    "geheim": env.str("WERKLANDSCHAP_VUM_GEHEIM", default=""),
}

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "werklandschap.koppelingen.api.authenticatie.Tokenauthenticatie",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "werklandschap.koppelingen.api.fouten.behandel",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PAGINATION_CLASS": "werklandschap.koppelingen.api.paginering.Paginering",
    "PAGE_SIZE": 50,
}

TASKS = {
    "default": {
        "BACKEND": env.str("WERKLANDSCHAP_WACHTRIJ", default="django_tasks_db.DatabaseBackend"),
    }
}

EMAIL_CONFIG = env.email_url(
    "EMAIL_URL", default="dummymail://" if not DEMO else "filemail:///" + str(DATA / "mail").lstrip("/")
)
EMAIL_BACKEND = EMAIL_CONFIG["EMAIL_BACKEND"]
EMAIL_HOST = EMAIL_CONFIG.get("EMAIL_HOST") or "localhost"
EMAIL_PORT = EMAIL_CONFIG.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = EMAIL_CONFIG.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = EMAIL_CONFIG.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS = EMAIL_CONFIG.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = EMAIL_CONFIG.get("EMAIL_USE_SSL", False)
EMAIL_FILE_PATH = str(DATA / "mail")
DEFAULT_FROM_EMAIL = env.str("WERKLANDSCHAP_AFZENDER", default="werklandschap@localhost")

SILENCED_SYSTEM_CHECKS: list[str] = []
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("WERKLANDSCHAP_LOGNIVEAU", "WARNING")},
}
