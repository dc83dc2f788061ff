"""The WSGI application, for gunicorn and every other WSGI server."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from werklandschap.project.veilig import weiger_onveilige_start

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "werklandschap.project.settings")
application = get_wsgi_application()
weiger_onveilige_start()
