"""One resource that the code declares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from .block import Block, Values
from .value import Reference

Action = Literal["create", "update", "replace", "no-op", "read"]


@dataclass(frozen=True)
class Declared:
    """A resource or data source after the code is applied, in Terraform's vocabulary; what is deleted is not one."""

    type: str
    """Type of Terraform's AWS provider: `aws_s3_bucket`; a data source as `data.aws_iam_policy_document`."""
    address: str
    """`module.a.aws_s3_bucket.b["x"]`, or the logical id of a template."""
    arguments: Block
    """Arguments and known attributes; None where the code sets nothing and nothing is known."""
    place: Mapping[str, object]
    """`{"path", "line", "address"}`; `line` only where it is known, `path` relative to where the user stands."""
    action: Action = "create"
    references: Mapping[str, Sequence[Reference]] = field(default_factory=dict)
    """Top-level argument to what its expression refers to, also where the value is known."""
    origins: Mapping[str, str] = field(default_factory=dict)
    """Path of an argument that holds a secret (`master_password`, `environment.0.value`) to where its value comes
    from: `literal`, `default_value`, `runtime_input`, `generated`, `secret_store_reference` or `unknown`."""
    region: str | None = None
    """Region of its provider, where it is known."""
    account: str | None = None
    """Account of its provider, where it is known."""

    @property
    def values(self) -> Values:
        """Its arguments as a mapping."""
        return self.arguments.values

    @property
    def is_new(self) -> bool:
        """Whether it will be made now, so that the service's present defaults hold for it."""
        return self.action in ("create", "replace")

    def token(self, attribute: str) -> str:
        """Return what stands inside texts for an attribute that is not known, the same in every text."""
        return f"<{self.address}.{attribute}>"
