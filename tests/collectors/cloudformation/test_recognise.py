from __future__ import annotations

from pathlib import Path

import pytest

from collectors.cloudformation.recognise import ROLE, recognises, templates_in

_YAML = "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n"
_BARE = "Resources:\n  A:\n    Type: AWS::S3::Bucket\n"


def _recognised(folder: Path, name: str, text: str) -> bool:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return recognises(file, text.encode()[:4096])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", _YAML),
        ("a.template", _YAML),
        ("stdin", _YAML),
        ("a.yml", _BARE),
        ("a.json", '{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}'),
        ("min.json", '{"AWSTemplateFormatVersion":"2010-09-09","Resources":{}}'),
        ("long.yaml", "Description: " + "x" * 5000 + "\n" + _BARE),
        ("quoted.yaml", 'Resources:\n  A:\n    "Type": "AWS::S3::Bucket"\n'),
        ("flow.yaml", "Resources: {A: {Type: 'AWS::S3::Bucket'}}"),
    ],
)
def test_a_template_is_recognised(name: str, text: str, tmp_path: Path) -> None:
    assert _recognised(tmp_path, name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "kind: storage_bucket\nresources: []\n"),
        ("plan.json", '{"format_version": "1.2", "planned_values": {}}'),
        ("in.json", '{"body": "{\\"Resources\\": {\\"A\\": {\\"Type\\": \\"AWS::S3::Bucket\\"}}}"}'),
        ("main.tf", "template_body = <<E\n" + _YAML + "E\n"),
        ("k8s.yaml", "apiVersion: v1\nkind: Pod\n"),
        ("empty.yaml", ""),
        ("about.md", _YAML),
    ],
)
def test_other_files_are_not(name: str, text: str, tmp_path: Path) -> None:
    assert not _recognised(tmp_path, name, text)


def test_a_folder_is_recognised_by_the_templates_in_it(tmp_path: Path) -> None:
    assert not recognises(tmp_path, b"")
    (tmp_path / "values.yaml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / ".hidden.yaml").write_text(_YAML, encoding="utf-8")
    assert not recognises(tmp_path, b"")
    (tmp_path / "b.yaml").write_text(_YAML, encoding="utf-8")
    (tmp_path / "a.json").write_text('{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}', encoding="utf-8")
    assert recognises(tmp_path, b"")
    assert [file.name for file in templates_in(tmp_path)] == ["a.json", "b.yaml"]


def test_it_is_code() -> None:
    assert ROLE == "code"
