"""With whom a copy is shared: by its own argument or by separate permissions; without either, with nobody."""

from __future__ import annotations

from assay.collector import Resource

from ...code import Code
from ...declared import Declared
from ...value import Unknown
from ..telling import DEFAULT

FIELDS = ("is_public", "shared_with")
_EVERYBODY = "all"

#: Type of a separate permission to the argument that names the copy, and the types of copy that it may name.
PERMISSIONS = {
    "aws_snapshot_create_volume_permission": (
        "snapshot_id",
        ("aws_ebs_snapshot", "aws_ebs_snapshot_copy", "aws_ebs_snapshot_import"),
    ),
    "aws_ami_launch_permission": ("image_id", ("aws_ami", "aws_ami_copy", "aws_ami_from_instance")),
}


def state_sharing(resource: Resource, code: Code, declared: Declared) -> None:
    """State whether everybody may restore the copy, and which accounts may."""
    own = declared.arguments.texts("shared_accounts")
    parties = _permitted(code, declared)
    if isinstance(own, list):
        parties += own
    _state(resource, declared, own, parties)


def state_party(resource: Resource, permission: Declared) -> None:
    """State what one separate permission says; others on the same copy stand by themselves."""
    _state(resource, permission, None, [_party(permission)])


def _state(
    resource: Resource, declared: Declared, own: list[str] | Unknown | None, parties: list[str | Unknown]
) -> None:
    unknown = next((party for party in [own, *parties] if isinstance(party, Unknown)), None)
    if _EVERYBODY in parties:
        resource.state("is_public", True)
    elif unknown is None and (parties or own is not None):
        resource.state("is_public", False)
    if unknown is None:
        _state_accounts(resource, declared, [str(party) for party in parties], own is not None)
        return
    for field in FIELDS:
        if field not in resource.facts:
            resource.miss(field, unknown.reason, unknown.operation or "shared_accounts")


def _state_accounts(resource: Resource, declared: Declared, parties: list[str], said: bool) -> None:
    accounts = sorted({party for party in parties if party != _EVERYBODY})
    if parties or said:
        resource.state("shared_with", accounts)
    elif declared.is_new:
        resource.state("is_public", False, DEFAULT)
        resource.state("shared_with", [], DEFAULT)
    else:
        for field in FIELDS:
            resource.miss(field, "not_in_source", "a copy that is there already may be shared by other means")


def _permitted(code: Code, declared: Declared) -> list[str | Unknown]:
    """Return the parties of separate permissions; one whose copy is not known may be about this one."""
    found: list[str | Unknown] = []
    for type_, (argument, copies) in PERMISSIONS.items():
        if declared.type in copies:
            found += [_party(user) for user in code.users(declared, argument, type_)]
            if code.unplaced(argument, declared.type, type_):
                found.append(Unknown(operation=f"{type_}.{argument}"))
    return found


def _party(permission: Declared) -> str | Unknown:
    if permission.arguments.text("group") is not None:
        return _EVERYBODY if permission.arguments.text("group") == _EVERYBODY else Unknown(operation="group")
    account = permission.arguments.text("account_id")
    if account is not None:
        return account
    return Unknown("unsupported", operation="shared with an organisation, whose accounts the code does not tell")
