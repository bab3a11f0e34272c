"""Which ways to raise one's own rights the policies of a principal complete."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...derive.kleene import all_of, any_of
from ..policy.patterns import covers_pattern
from .paths import HARMLESS_ON_ONESELF, PASSED_TO, PATHS, WORKS_ON
from .reach import Reach, actions_of, may_both_name, reached
from .rights import Rights, Unread

_USER = "${aws:username}"
_UNDECIDED = Unread("unsupported", "Condition")

MayPass = Callable[[str, str], bool | None]
"""Whether a role that a pattern names has rights beyond the principal's and may be passed to a service."""


@dataclass(frozen=True)
class Principal:
    """Who holds the rights, as its own policies may name it."""

    sort: str
    """`role`, `user`, `group` or `permission_set`."""
    name: str | None = None
    account: str | None = None
    names: frozenset[str] = field(default_factory=frozenset)
    """Its ARN, and what stands for that inside texts; for any partition (`any_partition`)."""


def paths_of(rights: Rights, principal: Principal, may_pass: MayPass) -> list[str] | Unread:
    """Return the paths that are complete, or why that cannot be said.

    A path that is complete in the policies that were read is a fact, unless a boundary was not read; that there is
    none is a fact where all were read.
    """
    spoken_of = frozenset().union(*map(actions_of, rights.allows))
    found = {
        name: _is_complete(name, rights, principal, may_pass)
        for name, actions in PATHS.items()
        if spoken_of and all(action.lower() in spoken_of for action in _needed(name, actions, principal))
    }
    if isinstance(rights.boundary, Unread):
        return rights.boundary if any(done is not False for done in found.values()) else rights.unread or []
    complete = [name for name, done in found.items() if done]
    if complete or None not in found.values():
        return complete or rights.unread or []
    return rights.unread or _UNDECIDED


def _needed(name: str, actions: Sequence[str], principal: Principal) -> Sequence[str]:
    """Return the actions without which a path is not even begun; a role need not assume itself."""
    return actions[:1] if principal.sort == "role" and "sts:AssumeRole" in actions else actions


def _is_complete(name: str, rights: Rights, principal: Principal, may_pass: MayPass) -> bool | None:
    """Whether a path is complete; None where it depends on what the policies do not settle."""
    places = {action: list(_places(name, action, rights, principal)) for action in PATHS[name]}
    passed = places.pop("iam:PassRole", None)
    done = [_is_allowed(actions, places, principal) for actions in _on_one_resource(places)]
    if passed is not None:
        roles = _shape("iam:PassRole", principal)
        service = PASSED_TO[name]
        done.append(
            any_of(*(all_of(role.is_sure or None, _can_pass(role, roles, service, may_pass)) for role in passed))
        )
    return all_of(*done)


def _on_one_resource(actions: Iterable[str]) -> Iterable[list[str]]:
    """Return the actions that work on the same sort of resource together, the others alone."""
    sorts: dict[str, list[str]] = {}
    for action in actions:
        sorts.setdefault(WORKS_ON.get(action, action), []).append(action)
    return sorts.values()


def _is_allowed(actions: Sequence[str], places: Mapping[str, Sequence[Reach]], principal: Principal) -> bool | None:
    """Whether one or two actions are allowed on one and the same resource."""
    first, last = places[actions[0]], places[actions[-1]]
    ways = [
        one.is_sure and other.is_sure for one in first for other in last if may_both_name(one.pattern, other.pattern)
    ]
    if principal.sort == "role" and "sts:AssumeRole" in actions:
        ways += [reach.is_sure for reach in first if _is_itself(reach, principal)]
    return any_of(*(sure or None for sure in ways))


def _can_pass(role: Reach, roles: str, service: str, may_pass: MayPass) -> bool | None:
    """Whether what may be passed has further rights: every role of the account certainly has."""
    return covers_pattern(role.pattern, roles) or may_pass(role.pattern, service)


def _places(name: str, action: str, rights: Rights, principal: Principal) -> Iterator[Reach]:
    shape = _shape(action, principal)
    for reach in reached(action.lower(), shape, rights, PASSED_TO.get(name, "")):
        pattern = _resolved(reach.pattern, principal)
        if pattern is not None and not (name in HARMLESS_ON_ONESELF and _is_only_itself(pattern, principal)):
            # What another variable of the policy stands for is not in the policy.
            yield Reach(pattern, reach.is_sure and "${" not in pattern.replace(_USER, ""))


def _shape(action: str, principal: Principal) -> str:
    if action not in WORKS_ON:
        return "*"
    account = principal.account or "*"
    return "arn:aws:" + WORKS_ON[action].format(account=account)


def _resolved(pattern: str, principal: Principal) -> str | None:
    """Put in the name of a user; for roles the variable has no value, so the pattern matches nothing."""
    if _USER not in pattern or principal.sort == "group":
        return pattern
    return pattern.replace(_USER, principal.name or _USER) if principal.sort == "user" else None


def _is_only_itself(pattern: str, principal: Principal) -> bool:
    """Whether a pattern names nobody but the principal; names are unique in an account, whatever their path."""
    if _USER in pattern or pattern in principal.names:
        return True
    resource = pattern.split(":", 5)[-1]
    is_named = principal.sort == "user" and principal.name is not None
    return is_named and resource.startswith("user/") and resource.endswith(f"/{principal.name}")


def _is_itself(reach: Reach, principal: Principal) -> bool:
    """Whether a pattern for roles names the role that holds the rights, too."""
    shape = _shape("sts:AssumeRole", principal)
    own = shape.replace("role/*", f"role/{principal.name}") if principal.name else shape
    return (
        reach.pattern in principal.names or covers_pattern(reach.pattern, own) or covers_pattern(reach.pattern, shape)
    )
