"""Trails, stores of events and log groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .forms import TAGS, each
from .shape import Arguments, From, Part

_SELECTOR: Arguments = {
    "read_write_type": From("ReadWriteType", default="All"),
    "include_management_events": From("IncludeManagementEvents", default=True),
    "data_resource": From("DataResources", each({"type": "Type", "values": "Values"})),
}
_FIELD: Arguments = {
    "field": "Field",
    "equals": "Equals",
    "not_equals": "NotEquals",
    "starts_with": "StartsWith",
    "not_starts_with": "NotStartsWith",
    "ends_with": "EndsWith",
    "not_ends_with": "NotEndsWith",
}
_ADVANCED: Arguments = {"name": "Name", "field_selector": From("FieldSelectors", each(_FIELD))}
_TRAIL: Arguments = {
    "name": "TrailName",
    "s3_bucket_name": "S3BucketName",
    "s3_key_prefix": "S3KeyPrefix",
    "enable_logging": "IsLogging",
    "is_multi_region_trail": From("IsMultiRegionTrail", default=False),
    "is_organization_trail": From("IsOrganizationTrail", default=False),
    "include_global_service_events": From("IncludeGlobalServiceEvents", default=False),
    "enable_log_file_validation": From("EnableLogFileValidation", default=False),
    "kms_key_id": "KMSKeyId",
    "cloud_watch_logs_group_arn": "CloudWatchLogsLogGroupArn",
    "cloud_watch_logs_role_arn": "CloudWatchLogsRoleArn",
    # A selector names a bucket in a text: its ARN with a slash.
    "event_selector": From("EventSelectors", each(_SELECTOR), inside=True),
    "advanced_event_selector": From("AdvancedEventSelectors", each(_ADVANCED), inside=True),
    "tags": TAGS,
}
_STORE: Arguments = {
    "name": "Name",
    "organization_enabled": "OrganizationEnabled",
    "multi_region_enabled": "MultiRegionEnabled",
    "retention_period": "RetentionPeriod",
    "kms_key_id": "KmsKeyId",
    "advanced_event_selector": From("AdvancedEventSelectors", each(_ADVANCED), inside=True),
    "tags": TAGS,
}

TYPES: Mapping[str, Sequence[Part]] = {
    "AWS::CloudTrail::Trail": [Part("aws_cloudtrail", _TRAIL)],
    "AWS::CloudTrail::EventDataStore": [Part("aws_cloudtrail_event_data_store", _STORE)],
    "AWS::Logs::LogGroup": [
        Part(
            "aws_cloudwatch_log_group",
            {
                "name": "LogGroupName",
                "retention_in_days": From("RetentionInDays", default=0),
                "kms_key_id": "KmsKeyId",
                "tags": TAGS,
            },
        )
    ],
    "AWS::Logs::SubscriptionFilter": [
        Part(
            "aws_cloudwatch_log_subscription_filter",
            {"log_group_name": "LogGroupName", "destination_arn": "DestinationArn"},
        )
    ],
}
