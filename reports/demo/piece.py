"""Written whole, or not at all."""

from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def in_one_piece():
    """One long transaction that does not slow down as it grows.

    No savepoints: whatever goes wrong undoes all of it, so none would ever be gone back to.
    References are checked at once: PostgreSQL goes through all that still wait to be checked
    whenever the history of an edited row is written.
    """
    with transaction.atomic():
        _check("IMMEDIATE")
        connection.features.uses_savepoints = False
        try:
            yield
        finally:
            connection.features.uses_savepoints = True
        _check("DEFERRED")


@contextmanager
def tried():
    """Inside the one piece, a part that is gone back from, such as the check of a file."""
    connection.features.uses_savepoints = True
    try:
        yield
    finally:
        connection.features.uses_savepoints = False


def _check(when):
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS ALL {when}")
