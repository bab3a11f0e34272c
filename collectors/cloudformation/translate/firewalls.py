"""Web application firewalls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .forms import TAGS
from .shape import Arguments, From, Part
from .words import blocks

_LIST: Arguments = {
    "name": "Name",
    "scope": "Scope",
    "default_action": From("DefaultAction", blocks),
    "rule": From("Rules", blocks),
    "tags": TAGS,
}

TYPES: Mapping[str, Sequence[Part]] = {
    "AWS::WAFv2::WebACL": [Part("aws_wafv2_web_acl", _LIST)],
    "AWS::WAFv2::RuleGroup": [Part("aws_wafv2_rule_group", _LIST)],
    "AWS::WAFRegional::WebACL": [Part("aws_wafregional_web_acl", _LIST)],
    "AWS::WAFRegional::WebACLAssociation": [
        Part("aws_wafregional_web_acl_association", {"resource_arn": "ResourceArn", "web_acl_id": "WebACLId"})
    ],
    "AWS::WAF::WebACL": [Part("aws_waf_web_acl", _LIST)],
    "AWS::WAFv2::WebACLAssociation": [
        Part("aws_wafv2_web_acl_association", {"resource_arn": "ResourceArn", "web_acl_arn": "WebACLArn"})
    ],
}
