#!/usr/bin/env python
import os
import sys

from django.core.management import execute_from_command_line

from funnel.local.furnishing import furnish

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "funnel.settings")
    furnish(sys.argv[1:])
    execute_from_command_line(sys.argv)
