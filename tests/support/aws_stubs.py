"""Clients with answers in their order, checked by botocore against the models of the services."""

from __future__ import annotations

from typing import Any

import boto3
from botocore.stub import Stubber

from collectors.aws.clients import Clients
from collectors.aws.cloud import Cloud
from collectors.aws.guard import restrict
from collectors.aws.services import SERVICES, operations_of
from collectors.aws.settings import Settings

from .output import MemoryOutput

SETTINGS = Settings(
    source="cloud",
    profile="",
    role_arn="",
    external_id="",
    accounts=["123456789012"],
    regions=[],
    services=["s3"],
    endpoint_url="",
    path_style=False,
    ca_bundle="",
    buckets=[],
    provider="",
)


class Stubs:
    """Clients that send nothing."""

    def __init__(self) -> None:
        self.clients: dict[str, Any] = {}
        self.stubbers: dict[str, Stubber] = {}
        for service in ("s3", "s3control", "sts", "cloudtrail", "kms"):
            client = boto3.client(service, region_name="eu-west-1")
            restrict(client, operations_of(["s3"]))
            self.clients[service] = client
            self.stubbers[service] = Stubber(client)
            self.stubbers[service].activate()

    def answer(self, service: str, method: str, response: dict[str, Any], expected: dict[str, Any]) -> None:
        self.stubbers[service].add_response(method, response, expected)

    def error(self, service: str, method: str, code: str, status: int) -> None:
        self.stubbers[service].add_client_error(method, code, "made up", status)

    def read(self) -> MemoryOutput:
        out = MemoryOutput(source="cloud")
        SERVICES["s3"].read(Cloud(SETTINGS, Clients(lambda service, _: self.clients[service], "eu-west-1"), out))
        for stubber in self.stubbers.values():
            stubber.assert_no_pending_responses()
        return out
