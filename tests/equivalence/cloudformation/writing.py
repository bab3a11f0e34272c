"""Writes an estate as a template: JSON, YAML, or YAML with the short forms of functions."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from .. import model
from ..model import Estate, Thing
from . import databases, networks, records, rights, storage, warehouses
from .terms import Template

_WRITERS: Mapping[type[Thing], Callable[[Template, str, Any], None]] = {
    model.Bucket: storage.write,
    model.Key: storage.write_key,
    model.Database: databases.write,
    model.Warehouse: warehouses.write,
    model.Table: warehouses.write_table,
    model.Group: networks.write,
    model.Balancer: networks.write_balancer,
    model.Role: rights.write,
    model.Trail: records.write_trail,
    model.LogGroup: records.write_group,
    model.Plan: records.write_plan,
}


def template(estate: Estate) -> Template:
    """Return all resources of an estate."""
    made = Template()
    for name, thing in estate.items():
        _WRITERS[type(thing)](made, name, thing)
    return made


def write(estate: Estate, path: Path) -> None:
    """Write a template; the ending of the file says how: `json`, `yaml` or `yml` (short forms)."""
    document = template(estate).document()
    match path.suffix:
        case ".json":
            path.write_text(json.dumps(document, indent=2), "utf-8")
        case ".yaml":
            path.write_text(yaml.safe_dump(document, sort_keys=False, allow_unicode=True), "utf-8")
        case _:
            path.write_text(yaml.dump(document, Dumper=_Short, sort_keys=False, allow_unicode=True), "utf-8")


class _Short(yaml.SafeDumper):
    """Writes `!Ref name` for `{"Ref": "name"}`, and other functions likewise."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def represent_dict_short(self, data: dict[str, Any]) -> yaml.Node:
        match data:
            case {"Ref": name} if len(data) == 1:
                return self.represent_scalar("!Ref", name)
            case {"Fn::GetAtt": [name, attribute]} if len(data) == 1:
                return self.represent_scalar("!GetAtt", f"{name}.{attribute}")
            case {"Fn::Sub": str() as text} if len(data) == 1:
                return self.represent_scalar("!Sub", text)
            case _:
                return self.represent_dict(data)


_Short.add_representer(dict, _Short.represent_dict_short)
