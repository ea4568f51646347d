import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "funnel.settings")
os.environ.setdefault("DATABASE_PATIENCE", "page")

application = get_asgi_application()
