#!/usr/bin/env bash
# Builds the wheel, installs it alone into a fresh environment and uses it from the root of the file system.
set -euo pipefail
python=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$python" -m build --no-isolation --wheel --outdir "$scratch/dist" "$root" >/dev/null
"$python" -m venv "$scratch/venv"
"$scratch/venv/bin/python" -m pip --quiet --disable-pip-version-check install --require-hashes -r "$root/requirements/demo.txt"
"$scratch/venv/bin/python" -m pip --quiet --disable-pip-version-check install --no-deps "$scratch"/dist/*.whl
cd /
"$scratch/venv/bin/assay" --version
"$scratch/venv/bin/assay" policy list --format json >"$scratch/checks.json"
"$scratch/venv/bin/python" -c 'import json, sys; assert len(json.load(open(sys.argv[1]))) >= 40' "$scratch/checks.json"
"$scratch/venv/bin/assay" demo --out "$scratch/demo" >/dev/null
test -s "$scratch/demo/report.html"
# Nothing but `assay` may be installed at the top level.
"$scratch/venv/bin/python" - <<'PY'
from importlib.metadata import files
tops = {path.parts[0] for path in files("assay")} - {"..", "assay-0.1.0.dist-info"}
assert tops == {"assay"}, tops
PY
echo "wheel smoke test: passed"
