"""Distributions, interfaces of API Gateway, and certificates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .forms import TAGS, document, each, of_owner, one
from .shape import Arguments, From, Part

_BEHAVIOR: Arguments = {"viewer_protocol_policy": "ViewerProtocolPolicy", "path_pattern": "PathPattern"}
_VIEWER: Arguments = {
    "acm_certificate_arn": "AcmCertificateArn",
    "iam_certificate_id": "IamCertificateId",
    "cloudfront_default_certificate": "CloudFrontDefaultCertificate",
    "minimum_protocol_version": "MinimumProtocolVersion",
}
_DISTRIBUTION: Arguments = {
    "enabled": "Enabled",
    "aliases": "Aliases",
    "default_cache_behavior": From("DefaultCacheBehavior", one(_BEHAVIOR)),
    "ordered_cache_behavior": From("CacheBehaviors", each(_BEHAVIOR)),
    "viewer_certificate": From("ViewerCertificate", one(_VIEWER)),
    "web_acl_id": "WebACLId",
    "logging_config": From("Logging", one({"bucket": "Bucket"})),
    "tags": of_owner(TAGS),
}
_ENDPOINT = From("EndpointConfiguration", one({"types": "Types"}))
_DOMAIN: Arguments = {
    "domain_name": "DomainName",
    "certificate_arn": "CertificateArn",
    "regional_certificate_arn": "RegionalCertificateArn",
    "security_policy": "SecurityPolicy",
    "endpoint_configuration": _ENDPOINT,
    "tags": TAGS,
}
_SETTING: Arguments = {
    "certificate_arn": "CertificateArn",
    "endpoint_type": "EndpointType",
    "security_policy": "SecurityPolicy",
}
_CERTIFICATE: Arguments = {
    "domain_name": "DomainName",
    "validation_method": From("ValidationMethod", default="EMAIL"),
    "certificate_authority_arn": "CertificateAuthorityArn",
    "tags": TAGS,
}
_UPLOADED: Arguments = {
    "name": "ServerCertificateName",
    "certificate_body": "CertificateBody",
    "private_key": "PrivateKey",
}

TYPES: Mapping[str, Sequence[Part]] = {
    "AWS::CloudFront::Distribution": [Part("aws_cloudfront_distribution", _DISTRIBUTION, of="DistributionConfig")],
    "AWS::ApiGateway::DomainName": [Part("aws_api_gateway_domain_name", _DOMAIN)],
    "AWS::ApiGateway::DomainNameV2": [Part("aws_api_gateway_domain_name", _DOMAIN)],
    "AWS::ApiGatewayV2::DomainName": [
        Part(
            "aws_apigatewayv2_domain_name",
            {
                "domain_name": "DomainName",
                "domain_name_configuration": From("DomainNameConfigurations", each(_SETTING)),
                "tags": TAGS,
            },
        )
    ],
    "AWS::ApiGateway::RestApi": [
        Part(
            "aws_api_gateway_rest_api",
            {"name": "Name", "endpoint_configuration": _ENDPOINT, "policy": document("Policy"), "tags": TAGS},
        )
    ],
    "AWS::ApiGateway::Stage": [
        Part("aws_api_gateway_stage", {"stage_name": "StageName", "rest_api_id": "RestApiId", "tags": TAGS})
    ],
    # A deployment that names a stage makes it.
    "AWS::ApiGateway::Deployment": [
        Part("aws_api_gateway_stage", {"stage_name": "", "rest_api_id": of_owner("RestApiId")}, of="StageName")
    ],
    "AWS::CertificateManager::Certificate": [Part("aws_acm_certificate", _CERTIFICATE)],
    "AWS::IAM::ServerCertificate": [Part("aws_iam_server_certificate", _UPLOADED)],
}
