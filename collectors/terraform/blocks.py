"""Arguments that are blocks, and that the service never fills in by itself.

A plan says of a block that is not known at all the same as of an attribute that the service will choose. Read from the
schema of AWS's Terraform provider 5.100 and from plans of resources with their required arguments only: blocks that
turn up there as not known (`versioning` of a bucket) are chosen by the service and are not listed.
"""

from __future__ import annotations

BLOCKS = frozenset(
    "access_log_settings access_logs advanced_event_selector block_device_mappings data_protection_config "
    "default_action default_cache_behavior environment environment_variable event_selector file_system_config filter "
    "listener log_publishing_options option ordered_cache_behavior origin parameter restore_to_point_in_time "
    "restrictions rotation_rules rule s3_import selection_tag statement target_grant versioning_configuration "
    "viewer_certificate volume vpc_config vpc_options".split()
)
