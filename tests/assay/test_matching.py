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
from assay.snapshot.reader import Snapshot

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


def test_an_exact_name_goes_before_a_loose_one_and_two_people_of_one_loose_name_are_nobody(tmp_path: Path) -> None:
    snapshot(
        tmp_path / "s",
        content(),
        {
            "staff_member": [
                Resource("staff:0123", "零", aliases=["staff~123"]),
                Resource("staff:123", "一", aliases=["staff~123"]),
                Resource("staff:7", "七", aliases=["staff~7"]),
            ],
            "identity_account": [
                account("a", person_keys=["staff:123", "staff~123"]),
                account("b", person_keys=["staff:007", "staff~7"], owner_keys=["staff:0007", "staff~7"]),
                account("c", person_keys=["staff:00123", "staff~123"]),
            ],
        },
    )
    people, owners = (
        [
            (row.outcome, row.id, row.other_id)
            for row in matching.rows(
                Snapshot.open(tmp_path / "s"), content(), matching.question(content(), f"identity_account.{field}", ())
            )
            if row.id
        ]
        for field in ("staff_id", "owner_staff_id")
    )
    assert people == [
        ("matched", "a:a", "staff:123"),
        ("matched", "a:b", "staff:7"),
        ("unmatched", "a:c", "staff:00123"),
    ]
    assert owners[1] == ("matched", "a:b", "staff:7")


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
