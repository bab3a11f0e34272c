"""Keys of the key service: kind, origin, rotation, state, and whom their policy lets in."""

from __future__ import annotations

from collections.abc import Sequence

from assay.collector import Output, Resource

from ..code import Code
from ..declared import Declared
from ..ids import identified
from .key_links import KEYS, is_provider_key, key_id, key_name, key_of
from .keys.access import state_access
from .keys.material import state_material, state_state
from .keys.policy import Attached
from .keys.rotation import state_rotation
from .labels import tell_labels

__all__ = ["KINDS", "build", "is_provider_key", "key_id", "key_of"]

KINDS: Sequence[str] = ("encryption_key",)


def build(code: Code, out: Output) -> None:
    """State the facts of every declared key."""
    attached = Attached(code)
    for key in code.of(*KEYS):
        out.resource("encryption_key", _resource(code, key, attached))


def _resource(code: Code, key: Declared, attached: Attached) -> Resource:
    resource = identified(code, key, "kms", "key", key_name(key))
    resource.aliases += _alias_arns(code, key)
    resource.state("provider", "aws_kms")
    resource.state("manager", "customer")
    state_material(resource, code, key)
    state_state(resource, key)
    state_rotation(resource, code, key)
    state_access(resource, code, key, attached)
    tell_labels(resource, key)
    return resource


def _alias_arns(code: Code, key: Declared) -> list[str]:
    """Return the ARNs of the key's aliases, by which registers may name it."""
    arns = [code.arn_of(alias) for alias in code.users(key, "target_key_id", "aws_kms_alias")]
    return [arn for arn in arns if not arn.startswith("<")]
