FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 STATIC_ROOT=/srv/static
RUN useradd --system --create-home --home-dir /srv funnel
WORKDIR /srv/funnel
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes --no-deps -r requirements.txt
COPY . .
RUN FUNNEL_LOCAL=on DATABASE_URL=postgres://none REDIS_URL=redis://none SECRET_KEY=none \
    python manage.py collectstatic --no-input --verbosity 0
USER funnel
EXPOSE 8000
CMD ["gunicorn", "funnel.wsgi", "--bind", "0.0.0.0:8000", "--workers", "3", "--threads", "4", \
     "--max-requests", "5000", "--max-requests-jitter", "500", "--no-control-socket"]
