"""What an entry with `collector: aws` may say in `assay.yaml`."""

from __future__ import annotations

from typing import Any

from assay.collector import Source

from .services import SERVICES
from .settings import Settings

_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"type": "array", "items": _TEXT, "minItems": 1, "uniqueItems": True}

OPTIONS: dict[str, Any] = {
    "profile": _TEXT | {"description": "profile of the AWS configuration files"},
    "role_arn": _TEXT | {"description": "role to take on before reading"},
    "external_id": _TEXT | {"description": "external id that the role asks for"},
    "accounts": _TEXTS | {"description": "the only accounts that may be read; any other stops the source"},
    "regions": _TEXTS | {"description": "regions to read; all when left out"},
    "services": _TEXTS | {"items": {"enum": sorted(SERVICES)}, "description": "services to read; all when left out"},
    "endpoint_url": _TEXT
    | {"pattern": "^https?://[^@]+$", "description": "another server than AWS, for every service"},
    "path_style": {"type": "boolean", "description": "address buckets by path instead of by host name"},
    "ca_bundle": _TEXT | {"description": "file of certificates to trust"},
    "buckets": _TEXTS | {"description": "names of the only buckets to read"},
    "provider": {
        "enum": ["aws_s3", "s3_compatible"],
        "description": "what answers at endpoint_url; told by its Server header when left out",
    },
}


def settings_of(source: Source, sample: bool = False) -> Settings:
    """Return the settings that a source's options describe."""
    given = source.options
    return Settings(
        source=source.name,
        profile=given.get("profile", ""),
        role_arn=given.get("role_arn", ""),
        external_id=given.get("external_id", ""),
        accounts=given.get("accounts", ()),
        regions=given.get("regions", ()),
        services=given.get("services", sorted(SERVICES)),
        endpoint_url=given.get("endpoint_url", ""),
        path_style=given.get("path_style", False),
        ca_bundle=str(source.path("ca_bundle")) if "ca_bundle" in given else "",
        buckets=given.get("buckets", ()),
        provider=given.get("provider", ""),
        sample=sample,
    )
