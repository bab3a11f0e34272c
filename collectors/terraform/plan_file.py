"""The file that `terraform show -json` writes, decoded once and only as far as it is needed."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from assay import files
from assay.collector import CollectorFailed
from assay.errors import UsageError

from . import configured, refusals

MAX_FILE = 512 * 1024 * 1024
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


class Change(msgspec.Struct):
    """What becomes of a resource; the values stay encoded until that resource is read."""

    actions: list[str]
    before: msgspec.Raw = msgspec.Raw(b"null")
    before_sensitive: msgspec.Raw = msgspec.Raw(b"null")
    after: msgspec.Raw = msgspec.Raw(b"null")
    after_unknown: msgspec.Raw = msgspec.Raw(b"null")
    after_sensitive: msgspec.Raw = msgspec.Raw(b"null")


class ResourceChange(msgspec.Struct):
    """One entry of `resource_changes`."""

    address: str
    mode: str
    type: str
    name: str
    change: Change
    module_address: str = ""


class Instance(msgspec.Struct):
    """One resource of a state or of `planned_values`."""

    address: str
    mode: str
    type: str
    name: str
    values: msgspec.Raw = msgspec.Raw(b"null")
    sensitive_values: msgspec.Raw = msgspec.Raw(b"null")


class Module(msgspec.Struct):
    """A module of a state or of `planned_values`."""

    resources: list[Instance] = []
    child_modules: list[Module] = []


class Values(msgspec.Struct):
    """Values of all modules."""

    root_module: Module = msgspec.field(default_factory=Module)


class State(msgspec.Struct):
    """The state that the plan started from."""

    values: Values | None = None


class Given(msgspec.Struct):
    """The value that a variable of the root module has; it may be a secret."""

    value: Any = None


class Plan(msgspec.Struct):
    """A plan; what is not named here is skipped unread."""

    format_version: str
    terraform_version: str = ""
    resource_changes: list[ResourceChange] | None = None
    planned_values: Values | None = None
    prior_state: State | None = None
    configuration: configured.Root | None = None
    variables: Mapping[str, Given] = {}
    errored: bool = False
    complete: bool = True


def load(path: Path, shown: str) -> Plan:
    """Read a plan; raises `CollectorFailed` with one line, or an error of `refusals.decoding`, where it is none."""
    try:
        data = files.read(path, MAX_FILE)
    except UsageError as error:
        raise CollectorFailed("not_in_source", str(error).replace(str(path), shown)) from None
    data = _utf8(data, shown)
    refusals.refuse_bytes(data, shown)
    try:
        plan = msgspec.json.decode(data, type=Plan)
    except msgspec.ValidationError:
        refusals.refuse_other_document(data, shown)
        raise
    if plan.resource_changes is None and plan.planned_values is None:
        refusals.refuse_state(shown)
    refusals.refuse_plan(plan.format_version, plan.errored, plan.complete, shown)
    return plan


def _utf8(data: bytes, shown: str) -> bytes:
    """Return the text without its mark; PowerShell's redirection writes UTF-16."""
    encoding = next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
    if encoding is None:
        return data
    try:
        return data.decode(encoding).encode()
    except UnicodeError:
        raise CollectorFailed("corrupt", f"{shown}: is no whole text in {encoding}; write it anew") from None
