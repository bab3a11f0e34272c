"""Writes a folder of HCL."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .terms import Blocks, Encoded, Ref, Root, Text, Variable, Written

_PROVIDER = """terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}
"""


def write(root: Root, folder: Path) -> None:
    """Write the files of a root module; where the style says so, with everything in a module below."""
    folder.mkdir()
    variables = root.variables().values()
    text = "\n".join([*map(_variable, variables), *map(_resource, root.resources)])
    if not root.style.module:
        (folder / "main.tf").write_text(_PROVIDER + text, "utf-8")
        return
    passed = "".join(f"  {variable.name} = var.{variable.name}\n" for variable in variables)
    call = f'module "inner" {{\n  source = "./inner"\n{passed}}}\n'
    (folder / "main.tf").write_text("\n".join([_PROVIDER, call, *map(_variable, variables)]), "utf-8")
    (folder / "inner").mkdir()
    (folder / "inner" / "main.tf").write_text(text, "utf-8")


def _variable(variable: Variable) -> str:
    default = f"  default = {json.dumps(variable.value)}\n" if variable.has_default else ""
    return f'variable "{variable.name}" {{\n  type = string\n{default}}}\n'


def _resource(one: Written) -> str:
    mode, type_ = ("data", one.type[5:]) if one.type.startswith("data.") else ("resource", one.type)
    repeated = {"": [], "count": ["  count = 1"], "for_each": ['  for_each = toset(["only"])']}[one.repeated]
    lines = [f'{mode} "{type_}" "{one.name}" {{', *repeated, *_body(one.arguments, "  "), "}", ""]
    return "\n".join(lines)


def _body(arguments: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, value in arguments.items():
        if isinstance(value, Blocks):
            for block in value:
                yield f"{indent}{name} {{"
                yield from _body(block, indent + "  ")
                yield f"{indent}}}"
        else:
            yield f"{indent}{name} = {_value(value)}"


def _value(value: Any) -> str:
    match value:
        case Ref():
            return str(value)
        case Text(parts=parts):
            return '"' + "".join(f"${{{part}}}" if isinstance(part, Ref) else part for part in parts) + '"'
        case Encoded(value=inner):
            return f"jsonencode({_value(inner)})"
        case Variable(name=name):
            return f"var.{name}"
        case dict():
            return "{ " + ", ".join(f"{json.dumps(name)} = {_value(item)}" for name, item in value.items()) + " }"
        case list():
            return "[" + ", ".join(map(_value, value)) + "]"
        case _:
            return json.dumps(value)
