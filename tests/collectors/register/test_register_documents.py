"""A register in YAML: several kinds at once, with the conversions of cells and the line of each resource."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import tables
from support.output import MemoryOutput

from assay.collector import CollectorFailed
from collectors.register import COLLECTOR

SEVERAL = """\
resources:
  vendor:
    - {id: v1, name: 甲云, kind: cloud, processes_pi: yes, status: null, data_levels: [personal, 重要数据]}
    - id: v2
      名称: 乙
      due_diligence_at: 从未
      cloud_account_ids: [210987654321, "012345678901"]
      tags: {team: crm}
  retention_rule: []
  database_instance:
    - {id: d1, tls_min_version: 1.0, engine_version: 15.10, backup_retention_days: 7}
  incident:
    - {id: i1, location: 上海, detected_at: 2026-03-01 10:30, basis: x}
"""


def document(folder: Path, text: str, **options: object) -> MemoryOutput:
    return tables.collect(COLLECTOR, tables.write(folder / "r.yaml", text), **options)


def test_several_kinds_are_read_from_one_file(tmp_path: Path) -> None:
    out = document(tmp_path, SEVERAL)
    first, second = out.one("vendor", "v1"), out.one("vendor", "v2")
    assert (first["processes_pi"], first["data_levels"]) == (True, ["personal", "important"])
    assert out.unread("vendor", "v1") == {"status": ("not_in_source", "r.yaml:3")}
    assert (second["name"], second["due_diligence_at"]) == ("乙", "never")
    assert second["cloud_account_ids"] == ["210987654321", "012345678901"]
    assert (second["tags"], second["place"]) == ({"team": "crm"}, {"path": "r.yaml", "line": 4})
    database = out.one("database_instance", "d1")
    assert (database["tls_min_version"], database["engine_version"]) == ("1.0", "15.10")
    assert out.one("incident", "i1")["detected_at"] == "2026-03-01T10:30:00+08:00"
    assert out.incomplete_kinds == {}
    assert out.notes == ["r.yaml: column 'basis': is no field of incident and is not read; map it under `columns:`"]


def test_the_kinds_of_a_file_are_those_that_it_names(tmp_path: Path) -> None:
    path = tables.write(tmp_path / "r.yaml", SEVERAL)
    kinds = COLLECTOR.kinds(tables.source(path))
    assert kinds == ["database_instance", "incident", "retention_rule", "vendor"]


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("kind: vendor\nresources: [{id: v1}]\n", {}),
        ("kind: 供应商\nresources: [{id: v1}]\n", {}),
        ("resources: [{id: v1}]\n", {"kind": "vendor"}),
        ('{"resources": {"vendor": [{"id": "v1"}]}}', {}),
    ],
)
def test_the_forms_of_a_register(tmp_path: Path, text: str, options: dict[str, object]) -> None:
    assert document(tmp_path, text, **options).one("vendor", "v1")["name"] == "v1"


@pytest.mark.parametrize(
    ("text", "note", "incomplete"),
    [
        ("resources: {vendr: []}", "r.yaml:1: 'vendr' is no kind; did you mean 'vendor'?", {"vendor"}),
        ("resources: {vendor: }", "r.yaml:1: is no list; write [] where there is nothing", {"vendor"}),
        ("resources: [{id: v1}]", "r.yaml:1: is of no kind; write `kind:` above it", set()),
        ("resources:\n  vendor:\n  - v1\n", "r.yaml:3: is no mapping of fields to values", {"vendor"}),
        (
            "kind: vendor\nresources:\n- {id: v1, name: a, 名称: b}\n",
            "r.yaml:3: gives a field twice",
            {"vendor"},
        ),
        (
            "kind: vendor\nresources:\n- {kind: cloud}\n",
            "r.yaml:3: has no id; fill in id, or name",
            {"vendor"},
        ),
        ("kind: vendor\nx: 1\nresources: []\n", "r.yaml:2: 'x' is not read", set()),
    ],
)
def test_what_cannot_be_read_is_one_line_with_its_place(
    tmp_path: Path, text: str, note: str, incomplete: set[str]
) -> None:
    out = document(tmp_path, text)
    assert len(out.notes) == 1
    assert out.notes[0].startswith(note)
    assert out.incomplete_kinds.keys() == incomplete
    assert out.records == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("resources:\n- a: 1\n  a: 2\n", "r.yaml:3:3: the key 'a' stands here twice"),
        ("resources: [*a]", "r.yaml:1:13: *a stands for nothing above it"),
        ("- id: v1\n", "r.yaml: has no `resources:`"),
        ("", "r.yaml: has no `resources:`"),
    ],
)
def test_a_file_that_is_no_register_fails_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(CollectorFailed) as caught:
        document(tmp_path, text)
    assert str(caught.value).startswith(message)
    assert caught.value.reason == "corrupt"


def test_a_secret_that_lies_in_an_unknown_key_goes_nowhere(tmp_path: Path) -> None:
    out = document(tmp_path, "kind: vendor\nresources: [{id: v1, password: secret-4711, status: [secret-4711]}]\n")
    assert out.unread("vendor", "v1") == {"status": ("corrupt", "r.yaml:2")}
    assert "4711" not in out.text()
