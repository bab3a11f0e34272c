from __future__ import annotations

from pathlib import Path

import pytest
from support.templates import code, scenarios, values

from collectors.cloudformation.template import TemplateFailed
from collectors.iac.value import Unknown

_TEMPLATE = """
    Parameters:
      Env: {Type: String%s}
      Other: {Type: String}
    Conditions:
      IsProd: !Equals [!Ref Env, prod]
      IsTest: !Equals [test, !Ref Env]
      Neither: !Not [!Or [!Condition IsProd, !Condition IsTest]]
      Both: !And [!Condition IsProd, !Condition IsTest]
    Resources:
      Group:
        Type: AWS::Logs::LogGroup
        Condition: Used
        Properties: {RetentionInDays: !If [IsProd, 365, !If [IsTest, 1, !If [Both, 2, !If [Neither, 30, 3]]]]}
""".replace("        Condition: Used\n", "")


def _days(folder: Path, about: str, **given: str) -> list[object]:
    found = scenarios(_TEMPLATE % about, folder, parameters=given)
    return sorted(values(code, "aws_cloudwatch_log_group")["retention_in_days"] for _, code in found)


def test_a_default_settles_the_conditions(tmp_path: Path) -> None:
    assert _days(tmp_path, ", Default: test") == [1]


def test_a_given_value_settles_them(tmp_path: Path) -> None:
    assert _days(tmp_path, ", Default: test", Env="prod") == [365]


def test_what_is_open_is_judged_in_each_way_that_it_can_turn_out(tmp_path: Path) -> None:
    assert _days(tmp_path, "") == [1, 30, 365]


def test_only_allowed_values_are_assumed(tmp_path: Path) -> None:
    assert _days(tmp_path, ", AllowedValues: [prod, test]") == [1, 365]


def test_a_comparison_of_two_things_that_are_not_known_goes_either_way(tmp_path: Path) -> None:
    found = scenarios(
        """
        Parameters: {A: {Type: String}, B: {Type: String}}
        Conditions: {Same: !Equals [!Ref A, !Ref B]}
        Resources:
          Docs: {Type: "AWS::S3::Bucket", Condition: Same}
        """,
        tmp_path,
    )
    assert sorted(len(code.of("aws_s3_bucket")) for _, code in found) == [0, 1]


def test_a_secret_parameter_may_be_compared(tmp_path: Path) -> None:
    found = code(
        """
        Parameters: {Word: {Type: String, NoEcho: true, Default: ""}}
        Conditions: {HasWord: !Not [!Equals [!Ref Word, ""]]}
        Resources:
          Docs: {Type: "AWS::S3::Bucket", Condition: HasWord}
          Logs: {Type: "AWS::Logs::LogGroup"}
        """,
        tmp_path,
    )
    assert found.of("aws_s3_bucket") == []


def test_conditions_that_no_resource_uses_make_no_scenarios(tmp_path: Path) -> None:
    text = "\n".join(f"      C{n}: !Equals [!Ref P, v{n}]" for n in range(40))
    found = scenarios(
        f"    Parameters: {{P: {{Type: String}}}}\n    Conditions:\n{text}\n"
        "    Resources:\n      Docs: {Type: 'AWS::S3::Bucket', Condition: C1}\n",
        tmp_path,
    )
    assert len(found) == 2


@pytest.mark.parametrize("count", [6, 30])
def test_what_depends_on_too_many_ways_is_unread(count: int, tmp_path: Path) -> None:
    parameters = ", ".join(f"P{n}: {{Type: String}}" for n in range(count))
    conditions = ", ".join(f"C{n}: !Equals [!Ref P{n}, x]" for n in range(count))
    picked = "!If [C0, [], []]"
    for n in range(count):
        picked = f"!If [C{n}, {n}, {picked}]"
    found = code(
        f"""
        Parameters: {{{parameters}}}
        Conditions: {{{conditions}}}
        Resources:
          Group: {{Type: "AWS::Logs::LogGroup", Properties: {{RetentionInDays: {picked}, LogGroupName: app}}}}
          Docs: {{Type: "AWS::S3::Bucket", Condition: C1, Properties: {{BucketName: docs}}}}
        """,
        tmp_path,
    )
    assert isinstance(values(found, "aws_cloudwatch_log_group")["retention_in_days"], Unknown)
    assert values(found, "aws_cloudwatch_log_group")["name"] == "app"
    # Whether it is there at all is not known, so nothing that it says counts.
    assert isinstance(values(found, "aws_s3_bucket")["bucket"], Unknown)
    assert "too many ways" in found.notes[0]


@pytest.mark.parametrize(
    ("conditions", "words"),
    [
        ("{A: !Not [!Condition A]}", ":2: the condition A depends on itself"),
        ("{A: !Not [!Condition B], B: !Not [!Condition A]}", "the condition A depends on itself"),
        ("{A: !Not [!Condition B]}", ":2: there is no condition B"),
        ("{A: !Sub x}", ":2: the condition A cannot be read"),
        ("{A: [1]}", ":2: the condition A cannot be read"),
        ("{B: !Equals [a, a]}", ":4: there is no condition A"),
    ],
)
def test_conditions_that_cannot_be_followed_are_named(conditions: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateFailed, match=words):
        code(
            f"""
            Conditions: {conditions}
            Resources:
              Docs: {{Type: "AWS::S3::Bucket", Properties: {{BucketName: !If [A, x, y]}}}}
            """,
            tmp_path,
        )
