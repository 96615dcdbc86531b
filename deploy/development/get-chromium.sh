#!/usr/bin/env bash
# The browser tests drive Debian's Chromium. Where it is missing and can be installed, install it; elsewhere say what will be skipped.
set -euo pipefail
command -v chromium >/dev/null && exit 0
if [ -e /etc/debian_version ] && [ "$(id -u)" = 0 ]; then
  echo "Installing Chromium for the browser tests …" >&2
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
else
  echo "No program 'chromium' here: the browser tests will be skipped. (Debian: apt-get install chromium)" >&2
fi
