"""What a template that is broken, hostile or only strange leads to: one line, never a crash or a wait."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.templates import code, collected, template

from assay.collector import CollectorFailed
from collectors.cloudformation.coding import Deployment, codes
from collectors.cloudformation.template import Template, TemplateFailed, checked
from collectors.cloudformation.translate import TYPES


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Resources:\n  A: {Type: 'AWS::S3::Bucket'}\n  A: {Type: x}\n", ":3: has a key twice"),
        ('{"Resources": {"A": {"Type": "AWS::S3::Bucket"},\n "A": {}}}', ":2: has a key twice"),
        ("Resources: [", ":2: is not well-formed"),
        ('{"Resources": {"A": "b\\q"}}', ":1: is not well-formed"),
        ("Resources: {A: *nowhere}", ":1: uses YAML aliases that cannot be followed"),
        ("Resources: &a {A: *a}", "uses YAML aliases"),
        ("Resources: {}", "holds no Resources"),
        ("Resources: [a]", "Resources is not a mapping"),
        ("Resources:\n  A: {Properties: {}}\n", ":2: A is no resource; give it a Type"),
        ("Resources:\n  A: {Type: x, Properties: [1]}\n", ":2: Properties of A is no mapping"),
        ("Resources:\n  A: {Type: x, Condition: [1]}\n", ":2: Condition of A is no name"),
        ("Parameters: 1\nResources: {A: {Type: x}}", "Parameters is not a mapping"),
        ("Resources: {A: {Type: x, Properties: {B: " + "[" * 200 + "]" * 200 + "}}}", "nested deeper than 100"),
    ],
)
def test_a_broken_template_is_refused_with_its_line(text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateFailed, match=words):
        code(text, tmp_path)


def test_names_in_a_circle_are_refused(tmp_path: Path) -> None:
    text = """
    Resources:
      A: {Type: "AWS::S3::Bucket", Properties: {BucketName: !Sub "${B}-x"}}
      B: {Type: "AWS::S3::Bucket", Properties: {BucketName: !Sub "${A}-x"}}
    """
    with pytest.raises(TemplateFailed, match="the name of B depends on itself"):
        code(text, tmp_path)


def test_references_in_a_circle_are_no_trouble(tmp_path: Path) -> None:
    text = """
    Resources:
      A: {Type: "AWS::EC2::SecurityGroup", Properties: {SecurityGroupIngress: [{SourceSecurityGroupId: !Ref B}]}}
      B: {Type: "AWS::EC2::SecurityGroup", Properties: {SecurityGroupIngress: [{SourceSecurityGroupId: !Ref A}]}}
    """
    assert len(code(text, tmp_path).of("aws_security_group")) == 2


def test_functions_inside_functions_cannot_multiply_without_end(tmp_path: Path) -> None:
    made = '"' + "x" * 1000 + '"'
    for _ in range(24):
        made = f'{{"Fn::Sub": ["${{a}}${{a}}", {{"a": {made}}}]}}'
    with pytest.raises(TemplateFailed, match="stand for too much"):
        code(f'{{"Resources": {{"A": {{"Type": "x", "Properties": {{"B": {made}}}}}}}}}', tmp_path)


def test_aliases_cannot_multiply_without_end(tmp_path: Path) -> None:
    text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for above, name in zip("abcdefgh", "bcdefghi", strict=True):
        text += f"{name}: &{name} [{', '.join([f'*{above}'] * 10)}]\n"
    began = time.monotonic()
    with pytest.raises(TemplateFailed, match="uses YAML aliases that cannot be followed"):
        template(text + "Resources: {A: {Type: x}}", tmp_path)
    assert time.monotonic() - began < 5


def test_aliases_that_stand_for_little_are_followed(tmp_path: Path) -> None:
    found = code(
        """
        Resources:
          A: {Type: "AWS::Logs::LogGroup", Properties: &p {RetentionInDays: 9}}
          B: {Type: "AWS::Logs::LogGroup", Properties: *p}
        """,
        tmp_path,
    )
    assert [group.values["retention_in_days"] for group in found.of("aws_cloudwatch_log_group")] == [9, 9]


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_what_is_no_file_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(CollectorFailed):
        collected(tmp_path / name)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"Resources: \xc3\x28"])
def test_what_is_no_text_is_refused(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "t.yaml"
    file.write_bytes(data)
    with pytest.raises(CollectorFailed, match=r"t\.yaml:1: is not UTF-8"):
        collected(file)


_LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["A", "B.Arn", "${A}", "C"])
_FUNCTIONS = st.sampled_from(
    "Ref Fn::GetAtt Fn::Sub Fn::Join Fn::If Fn::Select Fn::Split Fn::FindInMap Fn::Cidr Fn::Base64 Fn::Length "
    "Fn::ToJsonString Fn::Transform Fn::ForEach::X Condition".split()
)
_EXPRESSIONS = st.recursive(
    _LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(_FUNCTIONS, inner, max_size=1)
        | st.dictionaries(st.sampled_from(["Rules", "Key", "Value", "Statement", "Ebs", "Days"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@st.composite
def _templates(draw: st.DrawFn) -> dict[str, Any]:
    def resource() -> dict[str, Any]:
        type_ = draw(st.sampled_from(sorted(TYPES)))
        names = sorted({part.of for part in TYPES[type_] if part.of} | {"Tags", "Name", "BucketName"})
        names += [how for part in TYPES[type_] for how in part.arguments.values() if isinstance(how, str) and how]
        names += [how.name for part in TYPES[type_] for how in part.arguments.values() if getattr(how, "name", "")]
        return {"Type": type_, "Properties": draw(st.dictionaries(st.sampled_from(names), _EXPRESSIONS, max_size=4))}

    return {
        "Parameters": {"P": {"Type": "String"}, "D": draw(_EXPRESSIONS)},
        "Mappings": {"M": {"k": {"v": 1}}},
        "Conditions": {"C": draw(_EXPRESSIONS)},
        "Resources": {"A": resource(), "B": resource()},
    }


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(_templates())
def test_no_template_crashes_the_reading(content: dict[str, Any]) -> None:
    read = Template(Path("t.yaml"), "t.yaml", content)
    try:
        found = codes(checked(read), Deployment())
    except TemplateFailed as failed:
        told = str(failed).startswith("t.yaml:")
    else:
        told = all(len(code.resources) >= 2 for _, code in found)
    assert told
