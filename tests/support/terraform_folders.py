"""Folders of HCL, made up for one test each."""

from __future__ import annotations

from pathlib import Path

from collectors.iac.code import Code
from collectors.iac.declared import Declared
from collectors.terraform import hcl

PROVIDER = 'provider "aws" {\n  region = "eu-west-1"\n}\n'


def write(folder: Path, **files: str) -> Path:
    """Write files of HCL; `main__tf` is `main.tf`, `modules__m__main__tf` lies in two folders below."""
    for name, text in files.items():
        *folders, stem, suffix = name.split("__")
        path = folder.joinpath(*folders, f"{stem.replace('_', '.')}.{suffix}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def read(folder: Path, main: str, **files: str) -> Code:
    """Write a folder and read it."""
    return hcl.read(write(folder, main__tf=main, **files), "infra")


def at(code: Code, address: str) -> Declared:
    """Return the resource of an address."""
    (found,) = (resource for resource in code.resources if resource.address == address)
    return found
