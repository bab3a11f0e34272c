"""Plans the infrastructure of the invented organisation with Terraform, for an account that a server here makes up.

`PYTHONPATH=.:tests python tests/examples/plan.py` writes examples/infrastructure/plan.json anew. Terraform has to find
its AWS provider: without a network, `TF_CLI_ARGS_init=-plugin-dir=DIRECTORY` says where it lies.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from support.moto import moto_server

from assay.examples import folder

CODE = folder() / "infrastructure"

#: What the variables hold that have no default.
GIVEN = {"TF_VAR_mail_token": "made-up-token"}


def plan() -> str:
    """Return the plan as `terraform show -json` writes it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    with moto_server() as moto, tempfile.TemporaryDirectory() as scratch:
        for file in CODE.glob("*.tf"):
            shutil.copy(file, scratch)
        account = {"AWS_ENDPOINT_URL": moto.url, "AWS_ACCESS_KEY_ID": "made-up", "AWS_SECRET_ACCESS_KEY": "made-up"}
        alone = {"AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": os.devnull}
        environment = kept | account | alone | GIVEN
        _terraform(scratch, environment, "init", "-input=false")
        _terraform(scratch, environment, "plan", "-input=false", "-out=plan.out")
        return _terraform(scratch, environment, "show", "-json", "plan.out")


def _terraform(where: str, environment: Mapping[str, str], *arguments: str) -> str:
    command = ["terraform", f"-chdir={where}", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


if __name__ == "__main__":
    Path(CODE / "plan.json").write_text(plan(), "utf-8")
