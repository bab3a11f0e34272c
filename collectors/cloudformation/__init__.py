"""CloudFormation templates, in YAML and JSON: what they declare, in Terraform's vocabulary."""

from __future__ import annotations

from assay.collector import Collector


def __getattr__(name: str) -> Collector:
    """Make `COLLECTOR` when it is asked for: other modules of this package are of use without all of it."""
    if name != "COLLECTOR":
        raise AttributeError(name)
    from .collector import CloudFormation

    return CloudFormation()
