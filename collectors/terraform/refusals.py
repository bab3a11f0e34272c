"""Says in one line why a file is no plan that can be judged, and what to do."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from typing import NoReturn

import msgspec

from assay.collector import CollectorFailed

_SHOW = "write it with `terraform show -json PLAN > plan.json`"


@contextlib.contextmanager
def decoding(shown: str) -> Iterator[None]:
    """Turn what is wrong with JSON inside into one line."""
    try:
        yield
    except msgspec.ValidationError as error:
        raise CollectorFailed("corrupt", f"{shown}: is no plan of Terraform: {error}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CollectorFailed("corrupt", f"{shown}: is no whole JSON ({error}); write it anew") from None
    except RecursionError:
        raise CollectorFailed("corrupt", f"{shown}: is nested too deeply to be a plan of Terraform") from None


def refuse_bytes(data: bytes, shown: str) -> None:
    """Refuse what is no JSON document of Terraform, by its first bytes."""
    if not data.strip():
        raise CollectorFailed("corrupt", f"{shown}: is empty; {_SHOW}")
    if data.startswith(b"PK\x03\x04"):
        raise CollectorFailed("unsupported", f"{shown}: is a binary plan; {_SHOW}")
    if _is_log(data):
        raise CollectorFailed("unsupported", f"{shown}: is the log of `terraform plan -json`, no plan; {_SHOW}")


def refuse_other_document(data: bytes, shown: str) -> None:
    """Refuse a whole JSON document that is something else of Terraform."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return
    if not isinstance(document, dict):
        raise CollectorFailed("unsupported", f"{shown}: is no plan of Terraform; {_SHOW}")
    if "format_version" not in document and {"serial", "lineage"} & document.keys():
        refuse_state(shown)
    if "format_version" not in document:
        raise CollectorFailed("unsupported", f"{shown}: has no `format_version`, so it is no plan; {_SHOW}")


def refuse_state(shown: str) -> NoReturn:
    """Refuse a state, as it lies in its file or as `terraform show -json` writes it without a plan."""
    raise CollectorFailed("unsupported", f"{shown}: is a state, no plan; {_SHOW}")


def refuse_plan(version: str, errored: bool, complete: bool, shown: str) -> None:
    """Refuse a plan of another major version, and one that Terraform did not finish."""
    if version.split(".")[0] not in ("0", "1"):
        raise CollectorFailed("unsupported", f"{shown}: has format version {version[:20]}; only 1.x can be read")
    if errored:
        raise CollectorFailed("partial", f"{shown}: Terraform broke off while planning; mend its errors and plan anew")
    if not complete:
        raise CollectorFailed("partial", f"{shown}: the plan is not complete; plan without -target or deferred changes")


def _is_log(data: bytes) -> bool:
    first = data[: data.find(b"\n")] if b"\n" in data[:65536] else b""
    return first.startswith(b"{") and b'"@level"' in first
