#!/usr/bin/env bash
# What tests need beside Python: Chromium, Chinese fonts and openssl, from Debian's packages.
set -euo pipefail
there() { [ -x "/usr/bin/$1" ]; }
shell=chromium-headless-shell
if { there $shell || there chromium; } && command -v openssl >/dev/null && fc-list :lang=zh 2>/dev/null | grep -q .; then exit 0; fi
if ! command -v apt-get >/dev/null; then
    echo "Please install Chromium in /usr/bin, a Chinese font and openssl; the tests need them." >&2
    exit 1
fi
sudo=""; [ "$(id -u)" -eq 0 ] || sudo="sudo"
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -q
apt-cache show $shell >/dev/null 2>&1 || shell=chromium
$sudo apt-get install -yq --no-install-recommends $shell fonts-droid-fallback fontconfig openssl
