"""Stores of secrets and settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...iac.value import Hidden
from .forms import TAGS, document, owner
from .shape import Part, Properties


def _generated(properties: Properties) -> Any:
    """Return the secret that the service makes by itself."""
    return Hidden("generated")


TYPES: Mapping[str, Sequence[Part]] = {
    "AWS::SecretsManager::Secret": [
        Part(
            "aws_secretsmanager_secret",
            {"name": "Name", "description": "Description", "kms_key_id": "KmsKeyId", "tags": TAGS},
        ),
        Part("aws_secretsmanager_secret_version", {"secret_id": owner, "secret_string": ""}, of="SecretString"),
        Part(
            "aws_secretsmanager_secret_version",
            {"secret_id": owner, "secret_string": _generated},
            of="GenerateSecretString",
        ),
    ],
    "AWS::SecretsManager::ResourcePolicy": [
        Part("aws_secretsmanager_secret_policy", {"secret_arn": "SecretId", "policy": document("ResourcePolicy")})
    ],
    "AWS::SecretsManager::RotationSchedule": [
        Part(
            "aws_secretsmanager_secret_rotation",
            {"secret_id": "SecretId", "rotation_lambda_arn": "RotationLambdaARN"},
        )
    ],
    "AWS::SSM::Parameter": [Part("aws_ssm_parameter", {"name": "Name", "type": "Type", "value": "Value"})],
}
