"""Where the same configuration may be judged otherwise: only as unknown, and only for a reason that stands here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from .formats import LIVE, PLAN, TEMPLATE
from .judged import Said, Verdicts
from .model import Bucket, Database, Estate, Thing, Warehouse
from .terraform.terms import Style


class Permitted(NamedTuple):
    """One format that cannot hold a fact."""

    form: str
    checks: Sequence[str]
    why: str
    concerns: Callable[[Thing, Style], bool]


PERMITTED = (
    Permitted(
        PLAN,
        ("ACC-02.1", "ENC-02.3", "ENC-04.3", "SHR-01.3"),
        "Terraform knows the ARN of a bucket when it is made, and a plan does not tell what code puts behind it",
        lambda thing, style: isinstance(thing, Bucket) and bool(thing.policy) and style.policies != "literal",
    ),
    Permitted(
        TEMPLATE,
        ("ACC-02.2", "ENC-04.1", "ENC-04.2", "VUL-02.2"),
        "Terraform's provider sends `publicly_accessible` where nobody writes it; a template leaves it to the service",
        lambda thing, _: isinstance(thing, Database | Warehouse) and thing.public is None,
    ),
    Permitted(
        TEMPLATE,
        ("ENC-01.1", "ENC-01.2", "ENC-01.3"),
        "Terraform's provider sends that storage is in clear; a template leaves it to the service",
        lambda thing, _: (
            (isinstance(thing, Warehouse) or (isinstance(thing, Database) and thing.engine == "neptune"))
            and thing.encrypted is None
        ),
    ),
    Permitted(
        LIVE,
        ("ENC-02.1", "ENC-02.2"),
        "whose key it is that lies in another account, the key service does not tell",
        lambda thing, _: isinstance(thing, Bucket) and thing.encryption == "elsewhere",
    ),
)


def differences(
    estate: Estate, first: Verdicts, second: Verdicts, form: str, style: Style | None = None
) -> Iterator[tuple[tuple[str, str], Sequence[Said] | None, Sequence[Said] | None]]:
    """Yield what a format says otherwise than the first and is not permitted to; a template knows all things."""
    style = style or Style()
    for key in sorted(first.keys() | second.keys()):
        said, other = _told(first.get(key)), _told(second.get(key))
        if said == other:
            continue
        check, name = key
        may_differ = any(
            row.form == form and check in row.checks and row.concerns(estate[name], style) for row in PERMITTED
        )
        if not (may_differ and said and other and _is_less_known(said, other)):
            yield key, first.get(key), second.get(key)


def _told(said: Sequence[Said] | None) -> list[Said]:
    """Leave out that a security group whose rules stand beside it lets in nothing by itself."""
    found = list(said or ())
    rest = [one for one in found if (one.verdict, one.reason) != ("not_applicable", "lets nothing in")]
    return rest or found


def _is_less_known(said: Sequence[Said], other: Sequence[Said]) -> bool:
    """Say whether each finding is unknown, or has the same verdict, perhaps for what else is known."""
    same = {one.verdict for one in said}
    return all(one.verdict == "unknown" or one.verdict in same for one in other)
