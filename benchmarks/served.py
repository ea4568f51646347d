"""Funnel's settings with a database and a shelf of links of their own and one view more."""

import os

from funnel import valkey
from funnel.settings import *  # noqa: F403
from funnel.settings import CACHES, DATABASES

valkey.PREFIX = "funnel-bench"
ROOT_URLCONF = "benchmarks.addresses"
DATABASES["default"]["NAME"] = os.environ.get("BENCH_DATABASE", DATABASES["default"]["NAME"])
CACHES["default"]["KEY_PREFIX"] = "funnel-bench"
