"""Policies of the code as such, beside the attachments that give them to somebody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from assay.collector import Resource

from ....aws.permissions import Unread
from ...code import Code
from ...declared import Declared
from ...ids import identified
from .documents import declared
from .estate import Estate
from .flags import NONE, Flags, flags_of, tell
from .grants import Grant
from .holders import name_of

Answers = Sequence[Flags | Unread]


def standing_policies(code: Code, estate: Estate, grants: Sequence[Grant]) -> Iterator[Resource]:
    """Yield a grant for each policy: with the flags of its attachments, or as written where it has none."""
    held: dict[str | None, list[Flags | Unread]] = defaultdict(list)
    for grant in grants:
        held[grant.attachment.document.address].append(grant.flags)
    limits = {holder.boundary.address for holder in estate.holders if holder.boundary is not None}
    for policy in code.of("aws_iam_policy"):
        resource = _started(code, policy)
        answers = held[policy.address]
        _state_attached(resource, estate, answers)
        own = flags_of(declared(code, policy))
        is_limit = not answers and policy.address in limits
        tell(resource, NONE if is_limit else _together(own, answers))
        yield resource


def _started(code: Code, policy: Declared) -> Resource:
    resource = identified(code, policy, "iam", "policy", name_of(policy))
    resource.state("is_role_trust", False)
    resource.state("via", "policy")
    return resource


def _state_attached(resource: Resource, estate: Estate, answers: Answers) -> None:
    if answers or estate.loose is None:
        resource.state("attached", bool(answers))
    else:
        resource.miss("attached", estate.loose.reason, estate.loose.operation)


def _together(own: Flags | Unread, answers: Answers) -> Flags | Unread:
    """Return the widest that an attachment leaves of a policy; one that is attached to nobody counts as written."""
    if not answers or own == NONE or isinstance(own, Unread):
        return own
    for level in ("all", "service"):
        wide = [answer for answer in answers if isinstance(answer, Flags) and answer.level == level]
        if wide:
            return wide[0]
    return next((answer for answer in answers if isinstance(answer, Unread)), answers[0])
