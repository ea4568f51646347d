"""Who may what: every route, asked by everybody; whoever is refused changes nothing."""

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.urls import get_resolver, reverse

from tests.cast import a_user
from tests.matrix.table import TABLES, Row, routes, rows
from tests.matrix.world import clients, world

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
NOTHING = {"typed": "nothing"}  # a form that was sent, though nothing in it was filled in
UNWATCHED = {  # a session keeps where one wanted to go; allauth notes down an address it meets
    "django_session",
    "account_emailaddress",
    "pghistory_events",
}


def test_every_route_has_a_row():
    told = {row.route for path in TABLES for row in rows(path)}
    assert routes() - told == set()
    assert told - routes() == set()


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_everybody_gets_what_the_table_says(path):
    people, things = clients(), world()
    wrong, before = {}, digest()
    for row in rows(path):
        so_far = writes()
        got = {name: cell(people[name], row, things) for name in row.refused()}
        changed = writes() != so_far and digest() != before
        got |= {name: undone(people[name], row, things, before) for name in row.let_in()}
        wrong |= {f"{row}, {name}": status for name, status in got.items() - row.expected.items()}
        wrong |= {str(row): "changed by who was refused"} if changed else {}
    assert wrong == {}


def test_django_s_own_admin_is_for_staff_only():
    people = clients()
    urls = [reverse(f"admin:{name}") for name in _admin_pages()]
    asked = {(url, name): people[name].get(url) for url in urls for name in people}
    assert urls
    assert [each for each, answer in asked.items() if answer.status_code != 302] == []


def cell(client, row: Row, things):
    """The status of the answer, or "in" where it is the way to sign in."""
    arguments, query = things[row.about]
    url = reverse(row.route, args=arguments) + query
    answer = client.post(url, NOTHING) if row.method == "POST" else client.get(url)
    to_sign_in = answer.status_code == 302 and "/login/?next=" in answer.url
    return "in" if to_sign_in else str(answer.status_code)


def undone(client, row, things, before):
    """The status, and everything as it was: the rows, and who is signed in.

    Looking changes nothing: a page that does is told in its status.
    """
    cookies = client.cookies.copy()
    with transaction.atomic():
        so_far = writes()
        status = cell(client, row, things)
        if row.method == "GET" and writes() != so_far and digest() != before:
            status += " and changed something"
        transaction.set_rollback(True)
    client.cookies = cookies
    return status


def writes():
    """How often this transaction has written a row so far, also what it took back since. While
    that stands, nothing has changed; it is told at once, and `digest` takes its time."""
    with connection.cursor() as cursor:
        cursor.execute(WRITES, [sorted(UNWATCHED)])
        return cursor.fetchone()[0]


WRITES = """SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_xact_user_tables
            WHERE relname <> ALL(%s)"""


def digest():
    """{table: one value for all its rows}"""
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    parts = " UNION ALL ".join(
        f"SELECT '{table}', md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table} t"
        for table in sorted(tables - UNWATCHED)
    )
    with connection.cursor() as cursor:
        cursor.execute(parts)
        return dict(cursor.fetchall())  # PostgreSQL may read the tables in any order


def _admin_pages():
    """The pages of the admin that need no record."""
    spaces = get_resolver().url_patterns
    admin = next(each for each in spaces if getattr(each, "namespace", "") == "admin")
    found = {key for key in admin.reverse_dict if isinstance(key, str)}
    without = {name for name in found if not admin.reverse_dict.getlist(name)[0][0][0][1]}
    return sorted(without - {"login", "jsi18n", "logout"})


def test_what_is_written_and_taken_back_is_noticed():
    so_far = writes()
    with transaction.atomic():
        a_user("Eve", "marketer")
        transaction.set_rollback(True)
    after = writes()
    assert after > so_far
    assert writes() == after
