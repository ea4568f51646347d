"""One Redis address, told to each client in its own dialect."""

from urllib.parse import parse_qs, urlsplit, urlunsplit

DATABASES_PER_INSTALLATION = 2  # one for the queue, the next for the cache


def broker_url(url):
    """The address of the queue for Celery, which writes a socket as redis+socket://."""
    parts = urlsplit(url)
    if parts.scheme != "unix":
        return url
    number = parse_qs(parts.query).get("db", ["0"])[0]
    return f"redis+socket://{parts.path}?virtual_host={number}"


def next_database(url, steps=1):
    """The same server, `steps` databases further: clearing one never clears the other."""
    parts = urlsplit(url)
    if parts.scheme == "unix":
        number = int(parse_qs(parts.query).get("db", ["0"])[0])
        return f"unix://{parts.path}?db={number + steps}"
    number = int(parts.path.strip("/") or 0)
    return urlunsplit(parts._replace(path=f"/{number + steps}"))


def transport_options(url):
    """A TCP link can die without a word, so it is checked; a socket cannot.

    Whoever publishes gives up after one more try: no page waits for a broker that is away.
    """
    options = {"visibility_timeout": 7200, "max_retries": 1, "interval_start": 0.1}
    if urlsplit(url).scheme in ("redis", "rediss"):
        options |= {
            "socket_timeout": 10,
            "socket_connect_timeout": 5,
            "socket_keepalive": True,
            "health_check_interval": 10,
        }
    return options
