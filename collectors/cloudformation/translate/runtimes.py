"""What runs code with variables of its environment: builds, functions, containers, platforms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .forms import TAGS, each, json_text, one
from .shape import Arguments, From, Part
from .words import blocks


def _camel(value: Any) -> Any:
    """Return definitions with the names that the API has for their members: `Environment` is `environment`."""
    if isinstance(value, dict):
        return {name[:1].lower() + name[1:]: _camel(item) for name, item in value.items()}
    return [_camel(item) for item in value] if isinstance(value, list) else value


def _network(configuration: Any) -> Any:
    inner = configuration.get("AwsvpcConfiguration") if isinstance(configuration, dict) else configuration
    return None if inner is None else one({"security_groups": "SecurityGroups", "subnets": "Subnets"})(inner)


_FUNCTION: Arguments = {
    "function_name": "FunctionName",
    "runtime": "Runtime",
    "role": "Role",
    "kms_key_arn": "KmsKeyArn",
    "environment": From("Environment", one({"variables": "Variables"})),
    "vpc_config": From("VpcConfig", one({"security_group_ids": "SecurityGroupIds", "subnet_ids": "SubnetIds"})),
    "tags": TAGS,
}
_TASK: Arguments = {
    "family": "Family",
    "task_role_arn": "TaskRoleArn",
    "execution_role_arn": "ExecutionRoleArn",
    # A text of JSON in Terraform, in which what is not known is named by tokens.
    "container_definitions": From("ContainerDefinitions", lambda value: json_text(_camel(value)), inside=True),
    "tags": TAGS,
}
_VARIABLE: Arguments = {"name": "Name", "value": "Value", "type": "Type"}
_BUILD: Arguments = {"environment_variable": From("EnvironmentVariables", each(_VARIABLE))}
_SETTING: Arguments = {"namespace": "Namespace", "name": "OptionName", "value": "Value"}

TYPES: Mapping[str, Sequence[Part]] = {
    "AWS::Lambda::Function": [Part("aws_lambda_function", _FUNCTION)],
    "AWS::ECS::TaskDefinition": [Part("aws_ecs_task_definition", _TASK)],
    "AWS::ECS::Service": [
        Part(
            "aws_ecs_service",
            {"task_definition": "TaskDefinition", "network_configuration": From("NetworkConfiguration", _network)},
        )
    ],
    "AWS::CodeBuild::Project": [
        Part(
            "aws_codebuild_project",
            {
                "name": "Name",
                "service_role": "ServiceRole",
                "environment": From("Environment", one(_BUILD)),
                "vpc_config": From("VpcConfig", blocks),
                "tags": TAGS,
            },
        )
    ],
    "AWS::ElasticBeanstalk::Environment": [
        Part("aws_elastic_beanstalk_environment", {"setting": From("OptionSettings", each(_SETTING)), "tags": TAGS})
    ],
    "AWS::ElasticBeanstalk::ConfigurationTemplate": [
        Part("aws_elastic_beanstalk_configuration_template", {"setting": From("OptionSettings", each(_SETTING))})
    ],
}
