#!/usr/bin/env bash
# Writes both lock files anew from pyproject.toml. Pins already there stay where they still fit;
# `make lock UPGRADE=1` takes the newest of everything. This machine's pip settings have no say.
set -euo pipefail
cd "$(dirname "$0")/../.."

tools=build/lock-venv
clean=(env -u PIP_FIND_LINKS -u PIP_INDEX_URL -u PIP_EXTRA_INDEX_URL -u PIP_CONSTRAINT
    -u UV_INDEX -u UV_DEFAULT_INDEX -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS
    -u UV_CONSTRAINT PIP_CONFIG_FILE=/dev/null UV_NO_CONFIG=1)

[ -x "$tools/bin/uv" ] || {
    .venv/bin/python -m venv "$tools"
    "${clean[@]}" "$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv==0.13.9
}

compile() { # OUTPUT OPTION...
    local output=$1
    shift
    "${clean[@]}" "$tools/bin/uv" pip compile pyproject.toml --quiet --universal \
        --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
        --custom-compile-command "make lock" --output-file "$output" "$@"
}

upgrade=()
if [ -n "${UPGRADE:-}" ]; then upgrade=(--upgrade); fi
compile requirements-dev.lock --extra build --extra dev "${upgrade[@]}"
# Pinned to the tests' versions: what is tested is what runs.
cp requirements-dev.lock build/lock-constraints.txt
compile requirements.lock --extra build --constraint build/lock-constraints.txt --no-annotate
