#!/usr/bin/env bash
# Renews the lock files, with a hash for every file of every package; needs `uv`.
set -euo pipefail
cd "$(dirname "$0")/../.."
lock() { uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --python-version 3.11 \
  --custom-compile-command "make lock" "$@"; }
lock pyproject.toml requirements/build.in --extra docs --extra fast --extra xlsx -o requirements/demo.txt
lock pyproject.toml requirements/build.in --all-extras --group dev -o requirements/test.txt
