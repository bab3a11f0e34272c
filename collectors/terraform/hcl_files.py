"""The files of a folder of HCL: what each of them is for, and what they say."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assay import files
from assay.collector import CollectorFailed
from assay.errors import UsageError

from . import hcl_json, hcl_text
from .hcl_text import Body

_MAX_FILE = 8 * 1024 * 1024
_OVERRIDE = re.compile(r"(^|_)override\.tf(\.json)?$")
_MODULES = Path(".terraform", "modules", "modules.json")


def body(folder: Path, root: Path, shown: str) -> Body:
    """Return all that the files of one module say; `shown` is how the user calls the root folder."""
    whole = Body()
    for file in _listed(folder, shown):
        name = os.path.relpath(file, root).replace(os.sep, "/")
        if file.name.endswith((".tofu", ".tofu.json")):
            raise CollectorFailed("unsupported", f"{shown}: {name} is for OpenTofu alone; give a plan")
        if file.name.endswith((".tf", ".tf.json")):
            if _OVERRIDE.search(file.name):
                raise CollectorFailed("unsupported", f"{shown}: {name} overrides other files; give a plan")
            blocks = _parsed(file, os.path.normpath(Path(shown) / name)).blocks
            for block in blocks:
                block.file = name
            whole.blocks += blocks
    return whole


def assigned(root: Path, shown: str) -> list[str]:
    """Return the files that give variables their values, in the order in which Terraform takes them."""
    names = [file.name for file in _listed(root, shown)]
    first = [name for name in ("terraform.tfvars", "terraform.tfvars.json") if name in names]
    return first + [name for name in names if name.endswith((".auto.tfvars", ".auto.tfvars.json"))]


def variables(root: Path, shown: str) -> list[str]:
    """Return the names of the variables that have a value from a file."""
    return [
        name
        for file in assigned(root, shown)
        for name in _parsed(root / file, os.path.normpath(Path(shown) / file)).arguments
    ]


def installed(root: Path) -> Mapping[str, str]:
    """Return the folders of modules that `terraform init` has fetched, by their names."""
    try:
        modules: Any = json.loads(files.read(root / _MODULES, _MAX_FILE))["Modules"]
        return {str(module["Key"]): str(module["Dir"]) for module in modules}
    except (UsageError, ValueError, KeyError, TypeError, RecursionError):
        return {}


def _listed(folder: Path, shown: str) -> list[Path]:
    try:
        return sorted(file for file in folder.iterdir() if file.is_file())
    except OSError as error:
        raise CollectorFailed("denied", f"{shown}: {folder.name} cannot be read: {error.strerror}") from None


def _parsed(file: Path, shown: str) -> Body:
    try:
        text = files.read(file, _MAX_FILE).decode()
        return hcl_json.parse(text) if file.name.endswith(".json") else hcl_text.parse(text)
    except UsageError as error:
        raise CollectorFailed("denied", str(error).replace(str(file), shown)) from None
    except hcl_text.HclError as error:
        raise CollectorFailed("corrupt", f"{shown}:{error}") from None
    except UnicodeDecodeError:
        raise CollectorFailed("corrupt", f"{shown}: is no text in UTF-8") from None
