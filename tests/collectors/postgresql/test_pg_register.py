"""The register of database accounts: whose line counts, and what is wrong with a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from collectors.postgresql.register import Line, Register, read_register

GOOD = """\
databases:
  - database: other-db
    complete: true
  - database: pg:crm-db
    complete: true
    roles:
      - {pattern: "crm_*", owner_staff: "hr:E1001", kind: application}
      - {role: crm_app, staff: "hr:E1023", kind: human, is_migration_role: true}
      - {role: postgres, staff: "hr:E1023", kind: break_glass}
"""
NAMES = ["crm-db", "pg:crm-db"]


def register_of(folder: Path, text: str) -> Register:
    path = folder / "accounts.yaml"
    path.write_text(text, encoding="utf-8")
    return read_register(path, NAMES)


def test_the_lines_are_those_of_the_server(tmp_path: Path) -> None:
    register = register_of(tmp_path, GOOD)
    assert (len(register.lines), register.complete, register.notes) == (3, True, [])


def test_a_line_that_names_the_role_goes_before_a_pattern(tmp_path: Path) -> None:
    register = register_of(tmp_path, GOOD)
    named = Line(role="crm_app", staff="hr:E1023", kind="human", is_migration_role=True)
    assert register.line("crm_app", builtin=False) == named
    pattern = Line(pattern="crm_*", owner_staff="hr:E1001", kind="application")
    assert register.line("crm_job", builtin=False) == pattern
    assert register.line("someone", builtin=False) is None


def test_a_pattern_does_not_speak_of_a_role_that_the_server_brought_along(tmp_path: Path) -> None:
    register = register_of(tmp_path, GOOD.replace("crm_*", "*"))
    assert register.line("pg_monitor", builtin=True) is None
    line = register.line("postgres", builtin=True)
    assert line is not None
    assert line.kind == "break_glass"


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("{staf: x, role: y}", "accounts.yaml:4: unknown key 'staf'; did you mean 'staff'?"),
        ("{staff: x}", "accounts.yaml:4: has none of the forms that are allowed here"),
        ("{role: y, kind: person}", "accounts.yaml:4: must be one of human, vendor"),
    ],
)
def test_a_bad_line_is_told_and_leaves_the_register_incomplete(tmp_path: Path, line: str, note: str) -> None:
    good = "databases:\n  - database: crm-db\n    complete: true\n    roles: [{role: ok}, %s]\n"
    register = register_of(tmp_path, good % line)
    assert [line.role for line in register.lines] == ["ok"]
    assert not register.complete
    assert note in register.notes[0]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("databases: [", "accounts.yaml:2:1"),
        ("databases: {}", "must be array"),
        ("databases: [{database: other-db, complete: true}]", "has no entry for crm-db"),
        ("", "must be object"),
    ],
)
def test_a_file_without_an_entry_for_the_server_says_nothing_of_it(tmp_path: Path, text: str, note: str) -> None:
    register = register_of(tmp_path, text)
    assert (register.lines, register.complete) == ((), False)
    assert note in register.notes[0]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    register = read_register(tmp_path / "none.yaml", NAMES)
    assert not register.complete
    assert "none.yaml" in register.notes[0]
