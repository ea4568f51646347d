import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "funnel.settings")
os.environ.setdefault("DATABASE_PATIENCE", "page")

application = get_wsgi_application()
