from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import Any

import pytest
from support.templates import code, collected, values

from assay.collector import CollectorFailed
from collectors.iac.value import Hidden, Unknown

_TEMPLATE = """
    Parameters: {Name: %s}
    Resources:
      Group: {Type: "AWS::Logs::LogGroup", Properties: {LogGroupName: !Ref Name}}
"""


def _name(parameter: str, folder: Path, **given: Any) -> Any:
    return values(code(_TEMPLATE % parameter, folder, parameters=given), "aws_cloudwatch_log_group")["name"]


def test_the_default_is_what_a_deployment_without_arguments_takes(tmp_path: Path) -> None:
    assert _name("{Type: String, Default: app}", tmp_path) == "app"


def test_a_given_value_goes_before_the_default(tmp_path: Path) -> None:
    assert _name("{Type: String, Default: app}", tmp_path, Name="mine") == "mine"


def test_without_default_the_value_is_known_only_when_it_is_deployed(tmp_path: Path) -> None:
    assert isinstance(_name("{Type: String}", tmp_path), Unknown)
    assert isinstance(_name("{Type: String, AllowedValues: [a, b]}", tmp_path), Unknown)


def test_a_single_allowed_value_is_the_value(tmp_path: Path) -> None:
    assert _name("{Type: String, AllowedValues: [only]}", tmp_path) == "only"


def test_the_default_of_a_stored_parameter_is_the_name_of_its_place(tmp_path: Path) -> None:
    assert isinstance(_name("{Type: 'AWS::SSM::Parameter::Value<String>', Default: /app}", tmp_path), Unknown)


def test_a_parameter_without_echo_is_never_shown(tmp_path: Path) -> None:
    assert _name("{Type: String, NoEcho: true, Default: abc}", tmp_path) == Hidden("default_value")
    assert _name("{Type: String, NoEcho: true}", tmp_path, Name="abc") == Hidden("runtime_input")
    assert isinstance(_name("{Type: String, NoEcho: true}", tmp_path), Unknown)


def test_the_user_is_told_of_which_parameters_the_default_was_taken(tmp_path: Path) -> None:
    found = code(_TEMPLATE % "{Type: String, NoEcho: true, Default: hunter2}", tmp_path)
    assert found.notes == ["template.yaml: judged with the defaults of its parameters (Name)"]
    assert found.complete


def test_a_number_and_a_list_keep_their_sort(tmp_path: Path) -> None:
    assert _name("{Type: Number, Default: 5}", tmp_path) == "5"
    assert _name("{Type: 'List<AWS::EC2::Subnet::Id>', Default: 'a,b'}", tmp_path) == ["a", "b"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"Nmae": "a"}, "no template declares a parameter 'Nmae'; did you mean 'Name'?"),
        ({"Zone": "a"}, "no template declares a parameter 'Zone'"),
        ({"Name": "z-0"}, "template.yaml: parameter 'Name' has a value that it does not allow"),
    ],
)
def test_what_no_deployment_would_take_is_refused(tmp_path: Path, given: dict[str, str], message: str) -> None:
    file = tmp_path / "template.yaml"
    file.write_text(textwrap.dedent(_TEMPLATE) % "{Type: String, AllowedValues: [a, b]}", encoding="utf-8")
    with pytest.raises(CollectorFailed, match=re.escape(message)) as failed:
        collected(file, parameters=given)
    assert "z-0" not in str(failed.value)
