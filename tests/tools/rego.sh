#!/usr/bin/env bash
# Format, strict check against the schemas, lint and tests of the policies, by the tools that are there.
set -euo pipefail
cd "$(dirname "$0")/../.."

if command -v opa >/dev/null; then
  opa fmt --list --fail policies assay/engines/canaries
  opa check --strict --schema policies/schemas --ignore '*.yaml' --ignore '*.json' policies assay/engines/canaries
  opa test --ignore '*.yaml' --ignore '*.json' policies
else
  echo "skipped: opa fmt, opa check, opa test (no opa)" >&2
  [ "${CI:-}" != "true" ]
fi
if command -v regal >/dev/null; then
  regal lint policies
else
  echo "skipped: regal lint (no regal)" >&2
  [ "${CI:-}" != "true" ]
fi
