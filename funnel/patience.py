"""How long a page, a task and a command may wait for PostgreSQL."""

TIMEOUTS = {
    "page": {"lock": "2s", "statement": "15s", "idle_in_transaction_session": "10s"},
    "task": {"lock": "2s", "statement": "300s", "idle_in_transaction_session": "60s"},
    "command": {"lock": "60s", "statement": "4h", "idle_in_transaction_session": "0"},
}


def server_options(who):
    """The libpq options that hold `who` ("page", "task" or "command") to its limits."""
    limits = [f"-c {name}_timeout={limit}" for name, limit in TIMEOUTS[who].items()]
    return " ".join([*limits, "-c jit=off"])  # compiling a report takes longer than running it
