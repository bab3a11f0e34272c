"""Templates of registers say nothing until they are filled in, and fit what the collector reads."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest
import yaml
from support import tables

from assay.collector import CollectorFailed
from collectors.register import COLLECTOR, editor
from collectors.register.templates import kinds, templates

LANGUAGES = ("en", "zh-CN")
#: What systems tell of, and the organisation, which stands in assay.yaml.
SCANNED = {
    "organization", "backup", "database_column", "database_instance", "database_role", "database_table",
    "encryption_key", "lifecycle_rule", "network_rule", "storage_bucket", "tls_endpoint",
}  # fmt: skip


def written(folder: Path, language: str) -> dict[str, Path]:
    found = {}
    for name, data in templates(tables.schemas(), language):
        found[Path(name).name] = folder / Path(name).name
        found[Path(name).name].write_bytes(data)
    return found


def test_every_kind_that_people_keep_has_a_template() -> None:
    assert sorted(kinds().values()) == sorted(tables.schemas().keys() - SCANNED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_header_is_known_in_all_forms(tmp_path: Path, language: str) -> None:
    files = written(tmp_path, language)
    for file, kind in kinds().items():
        out = tables.collect(COLLECTOR, files[f"{file}.csv"], kind=kind)
        assert (out.notes, out.records) == ([], {})
    out = tables.collect(COLLECTOR, files["registers.xlsx"])
    told = f"registers.xlsx: {len(kinds())} of its sheets hold a header alone and say nothing"
    assert [note.split(";")[0] for note in out.notes] == [told]
    assert COLLECTOR.kinds(tables.source(files["registers.xlsx"])) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_that_is_filled_in_speaks_for_itself_alone(tmp_path: Path, language: str) -> None:
    path = written(tmp_path, language)["registers.xlsx"]
    book = openpyxl.load_workbook(path)
    book["vendor" if language == "en" else "供应商"]["A2"] = "v1"
    book.save(path)
    assert COLLECTOR.kinds(tables.source(path)) == ["vendor"]
    mapped = {"incident": "incident", "安全事件": "incident"}
    assert COLLECTOR.kinds(tables.source(path, sheets=mapped)) == ["incident", "vendor"]


def test_an_empty_sheet_that_is_mapped_says_that_there_are_none(tmp_path: Path) -> None:
    path = tables.xlsx(tmp_path / "r.xlsx", {"vendor": [["id"], ["v1"]], "incident": [["id"]], "drill": [["id"]]})
    assert COLLECTOR.kinds(tables.source(path, sheets={"drill": "drill"})) == ["drill", "vendor"]


def test_a_row_without_a_header_is_not_taken_for_an_empty_sheet(tmp_path: Path) -> None:
    path = tables.xlsx(tmp_path / "r.xlsx", {"vendor": [["id"], ["v1"]], "incident": [["i1", "a breach"]]})
    out = tables.collect(COLLECTOR, path)
    assert out.incomplete_kinds.keys() == {"incident"}


def uncommented(path: Path) -> str:
    """Take the comments away as a person does who fills everything in."""
    lines = path.read_text("utf-8").splitlines()
    return "\n".join(re.sub(r"^  # (?!---)", "  ", line) for line in lines) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_yaml_says_nothing_until_it_is_uncommented_and_then_names_known_fields(
    tmp_path: Path, language: str
) -> None:
    path = written(tmp_path, language)["registers.yaml"]
    with pytest.raises(CollectorFailed, match="holds nothing under `resources:`"):
        tables.collect(COLLECTOR, path)
    tables.write(path, uncommented(path))
    out = tables.collect(COLLECTOR, path)
    assert COLLECTOR.kinds(tables.source(path)) == sorted(kinds().values())
    assert {note.split(": ")[1].split(";")[0] for note in out.notes[:-1]} == {"has no id"}


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft7Validator:
    found = editor.schema(tables.schemas())
    jsonschema.Draft7Validator.check_schema(found)
    return jsonschema.Draft7Validator(found)


def test_the_yaml_template_names_the_schema_that_lies_beside_it(
    tmp_path: Path, schema: jsonschema.Draft7Validator
) -> None:
    files = written(tmp_path, "zh-CN")
    head = files["registers.yaml"].read_text("utf-8").splitlines()[0]
    assert head == "# yaml-language-server: $schema=register.schema.json"
    assert json.loads(files["register.schema.json"].read_text("utf-8")) == schema.schema
    assert list(schema.iter_errors(yaml.safe_load(uncommented(files["registers.yaml"])))) == []


@pytest.mark.parametrize(
    ("register", "valid"),
    [
        ({"kind": "vendor", "resources": [{"id": "v1", "status": "active"}]}, True),
        ({"resources": {"供应商": [{"编号": "v1", "状态": "active", "cloud_account_ids": "1; 2"}]}}, True),
        ({"resources": {"vendor": [{"id": "v1", "status": None, "云账户": ["1"]}]}}, True),
        ({"resources": {"data_asset": [{"id": "a", "level": "敏感个人信息"}]}}, True),
        ({"resources": {"vendor": [{"id": "v1", "statsu": "active"}]}}, False),
        ({"resources": {"vendor": [{"id": "v1", "status": "perhaps"}]}}, False),
        ({"resources": {"vendors": []}}, False),
        ({"kind": "vendor", "resources": [{"id": "v1", "due_diligence_at": "03/04/2026"}]}, False),
        ({"kind": "vendor", "resources": [{"incident_plan": "x"}]}, False),
        ({"resource": []}, False),
    ],
)
def test_editors_are_told_of_mistakes(register: Any, valid: bool, schema: jsonschema.Draft7Validator) -> None:
    assert schema.is_valid(register) is valid
