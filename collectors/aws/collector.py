"""The collector as the engine sees it; nothing here or below needs boto3 before a source is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assay.collector import CollectorFailed, Output, Probe, Source

from .cloud import Cloud
from .operations import permissions
from .options import OPTIONS, settings_of
from .probing import ReadsOnly, excess, missing
from .services import SERVICES, operations_of
from .settings import Settings


class Aws:
    """Reads AWS, or a server that speaks S3."""

    name = "aws"
    basis = "observed"
    options: Mapping[str, Any] = OPTIONS
    permissions: Sequence[str] = permissions(operations_of(sorted(SERVICES)))

    def kinds(self, source: Source) -> Sequence[str]:
        """Return the kinds that the services of the source feed."""
        return [kind for name in settings_of(source).services for kind in SERVICES[name].kinds]

    def collect(self, source: Source, out: Output) -> None:
        """Read every service of the source; raises `CollectorFailed` where nothing could be read."""
        _read(settings_of(source), out)

    def probe(self, source: Source) -> Iterable[Probe]:
        """Read one bucket for the sake of the calls, and say which of them are not permitted."""
        settings = settings_of(source, sample=True)
        reads = ReadsOnly()
        try:
            rest = excess(_read(settings, reads).identity)
        except CollectorFailed as failed:
            rest = [Probe("the source as a whole", "failed", str(failed))]
        return [*missing(operations_of(settings.services), reads.lines), *rest]


def _read(settings: Settings, out: Output) -> Cloud:
    try:
        from .clients import connect  # boto3 takes longer to import than most commands take to run
    except ModuleNotFoundError:
        raise CollectorFailed("unsupported", "boto3 is not installed: pip install 'assay[aws]'") from None
    if settings.endpoint_url.startswith("http:"):
        out.note(f"{settings.endpoint_url} has no TLS: the server did not prove who it is")
    cloud = Cloud(settings, connect(settings, operations_of(settings.services)), out)
    for name in settings.services:
        SERVICES[name].read(cloud)
    return cloud
