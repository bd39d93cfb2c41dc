#!/bin/sh
# Make sure that Python and the libraries that Qt takes from the system are there (Debian and kin).
# Installs what is missing where it may; otherwise says which command to run. Does nothing, fast,
# when all is there or when the system is not one with Debian's packages.
set -eu

PYTHON=${PYTHON:-python3}
# Qt loads these even without a display ...
always="libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0"
# ... and these to open a window on X11.
window="libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
# Tests open a registry with age as docs/open-without-mhdesk.md tells, and hear a D-Bus of their own;
# mhdesk itself runs without.
tests="age dbus"

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

missing() {
    for package in "$@"; do
        # Newer releases carry some of them with "t64" behind the name.
        case "$present" in *" $package "* | *" ${package}t64 "*) ;; *) printf ' %s' "$package" ;; esac
    done
}

install() {
    # shellcheck disable=SC2086 # a list of package names
    $as_root sh -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null' sh $1
}

python_works() {
    "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null
}

command -v "$PYTHON" >/dev/null || fail "mhdesk needs Python 3.11 or newer; $PYTHON was not found."
"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "mhdesk needs Python 3.11 or newer; $PYTHON is $("$PYTHON" --version 2>&1)." \
        "With a newer one elsewhere: make PYTHON=/path/to/python3 ..."

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    [ -x .venv/bin/python ] || python_works || fail "$PYTHON cannot make virtual environments: its modules venv and ensurepip are missing."
    exit 0
fi

present=" $(dpkg-query -W -f='${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | tr '\n' ' ')"
# shellcheck disable=SC2086 # lists of package names
needed=$(missing $always) optional=$(missing $window) tests=$(missing $tests)
[ -x .venv/bin/python ] || python_works || needed="$needed python3-venv"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    needed="$needed$optional" optional=""
fi
optional="$optional$tests"
[ -n "$needed$optional" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
elif [ -n "$needed" ]; then
    fail "These packages are missing, and installing them needs an administrator. Run this, then make again:" \
        "    sudo apt-get update && sudo apt-get install --no-install-recommends$needed$optional"
else
    exit 0 # without a display the window's libraries can wait; a test that needs one says so
fi

echo "Installing system packages:$needed$optional"
install "$needed$optional" || {
    [ -n "$needed" ] || { echo "They are only needed for a window on a display and for tests: going on without." >&2; exit 0; }
    fail "Installing them failed. The command was:" "    apt-get install --no-install-recommends$needed$optional"
}
