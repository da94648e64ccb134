#!/usr/bin/env bash
# What `make run` starts: the workstation on its sample desk, or without a display the tour.
set -euo pipefail
cd "$(dirname "$0")/../.."

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/deskeditor
fi
echo "No display here (DISPLAY and WAYLAND_DISPLAY are unset): running the tour into build/tour instead."
exec env QT_QPA_PLATFORM=offscreen .venv/bin/deskeditor tour --out build/tour
