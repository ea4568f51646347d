# Sets $python: this checkout's own Python where it has one, else the first that is new enough.

in_range() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < tuple(map(int, sys.argv[1].split("."))))' "$2" 2>/dev/null
}

find_python() {
    for candidate in .venv/bin/python "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11 python; do
        if in_range "$candidate" "$1"; then
            python=$candidate
            return 0
        fi
    done
    return 1
}

if ! find_python 3.15; then
    if find_python 4; then
        echo "$0: this Python is newer than 3.14, which Funnel was not tested with." >&2
    else
        found=$("${PYTHON:-python3}" -V 2>&1) || found="no Python"
        echo "$0: Funnel needs Python 3.11 to 3.14 and found $found: install one, or name it with PYTHON=/path/to/python3." >&2
        exit 1
    fi
fi
