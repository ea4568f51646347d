"""What waits in Valkey until a worker has written it into PostgreSQL.

Reading takes nothing away: whoever has written a thing says so (`done`), and two who read the same
do no harm if it can be written once only.
"""

from funnel.valkey import key, server


def put(name, fields):
    """Append `fields` ({name: text or number}) to the stream `name`."""
    server().xadd(key("stream", name), fields)


def waiting(name, most):
    """{place: fields} of the oldest that wait, at most `most`."""
    return dict(server().xrange(key("stream", name), count=most))


def done(name, places):
    """These are written: they wait no longer."""
    if places:
        server().xdel(key("stream", name), *places)
