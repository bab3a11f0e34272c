"""Roles, users, groups and permission sets: by which ways they could raise their own rights.

A group is no account, but its policies together may be a way that none of them shows alone; so it is judged like one
and named beside its members. Of the facts of an account it has no other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from assay.collector import Output, Resource

from ...aws.permissions import Unread, paths_of
from ..code import Code
from .iam.estate import estate_of
from .iam.holders import Holder
from .iam.passing import Roles
from .iam.trust import trust_of

KINDS: Sequence[str] = ("identity_account",)


def build(code: Code, out: Output) -> None:
    """State the facts of every principal."""
    estate = estate_of(code)
    roles = Roles(code, estate)
    for holder in estate.holders:
        out.resource("identity_account", _account(code, holder, roles))


def _account(code: Code, holder: Holder, roles: Roles) -> Resource:
    resource = holder.resource
    resource.state("directory", "aws_iam")
    if holder.sort == "role" and _is_for_services(code, holder):
        resource.state("kind", "service")
    paths = _paths(holder, roles)
    if not paths and not code.complete:
        paths = Unread("partial", "policies")
    if isinstance(paths, Unread):
        resource.miss("escalation_paths", paths.reason, paths.operation)
    else:
        resource.state("escalation_paths", paths)
    return resource


def _is_for_services(code: Code, holder: Holder) -> bool:
    trusted = trust_of(code, holder.declared)
    return bool(trusted) and all(one.sort == "service" for one in trusted or ())


def _paths(holder: Holder, roles: Roles) -> list[str] | Unread:
    may_pass = partial(roles.may_pass, holder)
    found = paths_of(holder.rights, holder.principal, may_pass)
    if not holder.possible or found:
        return found
    wider = replace(holder.rights, statements=[*holder.rights.statements, *holder.possible])
    widest = paths_of(wider, holder.principal, may_pass)
    return found if widest == found else Unread("known_after_apply", "Action, Resource")
