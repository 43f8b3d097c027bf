#!/usr/bin/env bash
# What the browser tests need beside Python: Chromium and Chinese fonts, from Debian's packages.
set -euo pipefail
if [ -x /usr/bin/chromium ] && fc-list :lang=zh 2>/dev/null | grep -q .; then exit 0; fi
if ! command -v apt-get >/dev/null; then
    echo "Please install Chromium at /usr/bin/chromium and a Chinese font; the browser tests need them." >&2
    exit 1
fi
sudo=""; [ "$(id -u)" -eq 0 ] || sudo="sudo"
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -q
$sudo apt-get install -yq --no-install-recommends chromium fonts-droid-fallback fontconfig
