"""A reference from both sides: nobody without a partner is dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.judging import content
from support.widgets import snapshot

from assay import matching
from assay.cli import cli
from assay.collector import Resource
from assay.errors import UsageError

FACTS = ["enabled", "staff_member.left_at", "hours_to_disabled_at"]


def account(name: str, **facts: object) -> Resource:
    return Resource(f"a:{name}", name, {"directory": "ldap", **facts})


def people(folder: Path) -> None:
    left = {"status": "left", "end_date": "2026-11-10"}
    closed = {"enabled": False, "disabled_at": "2026-11-11T09:00:00+08:00"}
    snapshot(
        folder,
        content(),
        {
            "staff_member": [
                Resource("staff:E1", "张三", left, aliases=["zhang@example.cn"]),
                Resource("staff:E2", "=cmd", {"status": "active"}),
            ],
            "identity_account": [
                account("a-leaver", person_keys=["staff:e1", "zhang@example.cn"], **closed),
                account("b-ghost", person_keys=["staff:e9"]),
                account("c-service", staff_id="none"),
                account("d-unread"),
            ],
        },
    )


def test_every_account_and_every_person_has_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people(tmp_path / "s")
    asked = [f"--fact={fact}" for fact in FACTS]
    cli.main(["match", str(tmp_path / "s"), "identity_account.staff_id", *asked], standalone_mode=False)
    assert capsys.readouterr().out.splitlines() == [
        "outcome,identity_account,name,staff_member,name,enabled,staff_member.left_at,hours_to_disabled_at",
        "matched,a:a-leaver,a-leaver,staff:E1,张三,false,2026-11-11T00:00:00+08:00,9",
        "unmatched,a:b-ghost,b-ghost,staff:e9,,,,",
        "none,a:c-service,c-service,,,,,none",
        "unread,a:d-unread,d-unread,,,,,",
        "unnamed,,,staff:E2,'=cmd,,,",
    ]


@pytest.mark.parametrize(
    ("reference", "facts", "told"),
    [
        ("identity_acount.staff_id", (), "did you mean 'identity_account'"),
        ("identity_account.staffid", (), "did you mean 'staff_id'"),
        ("identity_account.name", (), "does not refer to records of one kind"),
        ("identity_account.staff_id", ("staff_member.left",), "unknown field of staff_member"),
    ],
)
def test_what_is_no_reference_is_told(reference: str, facts: tuple[str, ...], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        matching.question(content(), reference, facts)
