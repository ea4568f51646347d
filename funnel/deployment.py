"""What a public installation must be told, and what a private one on this machine may assume."""

from urllib.parse import urlsplit

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
SHORTEST_SECRET = 50


def is_private(environ, *, debug):
    """Whether only this machine can reach the pages, as nobody has said anything else."""
    if debug or environ.get("FUNNEL_LOCAL") == "on":
        return True
    if environ.get("DEBUG"):
        return False
    hosts = [host for host in environ.get("ALLOWED_HOSTS", "").split(",") if host.strip()]
    address = urlsplit(environ.get("BASE_URL", "")).netloc.rsplit(":", 1)[0]
    return all(host.strip() in LOOPBACK for host in [*hosts, address] if host)


def insecure(*, secret_key, allowed_hosts, base_url):
    """What keeps a public installation from starting: one sentence each."""
    if not secret_key:
        yield "SECRET_KEY is not set"
    elif len(secret_key) < SHORTEST_SECRET or len(set(secret_key)) < 5:
        yield f"SECRET_KEY is easy to guess: give it {SHORTEST_SECRET} random characters or more"
    if not allowed_hosts:
        yield "ALLOWED_HOSTS is not set"
    elif "*" in allowed_hosts:
        yield "ALLOWED_HOSTS lets every host in: name yours"
    if base_url and not base_url.startswith("https://"):
        yield "BASE_URL does not begin with https://"


def refuse_insecure(**settings):
    """Raises SystemExit with one line that names everything insecure."""
    reasons = list(insecure(**settings))
    if reasons:
        remedy = "see .env.example, or set DEBUG=on to develop"
        raise SystemExit(f"Funnel does not start: {'; '.join(reasons)} ({remedy}).")
