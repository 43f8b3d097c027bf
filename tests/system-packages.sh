#!/usr/bin/env bash
# What tests need beside Python: Chromium, Chinese fonts and openssl, from Debian's packages.
set -euo pipefail
if [ -x /usr/bin/chromium ] && command -v openssl >/dev/null && fc-list :lang=zh 2>/dev/null | grep -q .; then exit 0; fi
if ! command -v apt-get >/dev/null; then
    echo "Please install Chromium at /usr/bin/chromium, a Chinese font and openssl; the tests need them." >&2
    exit 1
fi
sudo=""; [ "$(id -u)" -eq 0 ] || sudo="sudo"
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -q
$sudo apt-get install -yq --no-install-recommends chromium fonts-droid-fallback fontconfig openssl
