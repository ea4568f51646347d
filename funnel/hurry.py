"""A question that rather gives up than keeps a stranger waiting."""

from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def hurried(milliseconds=700):
    """One transaction whose every statement gives up after that long: OperationalError."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(LIMITS, [str(milliseconds)] * 2)
        yield


LIMITS = "SELECT set_config('statement_timeout', %s, true), set_config('lock_timeout', %s, true)"
