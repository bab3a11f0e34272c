"""The only place that talks to AWS: guarded clients with short timeouts and few retries."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

import boto3
from botocore import xform_name
from botocore.config import Config

from .cloud import PARALLEL
from .errors import CALL_ERRORS, trouble_of
from .guard import restrict
from .operations import ASSUME_ROLE, Operation
from .reach import Reach
from .settings import Settings
from .trouble import CallFailed

_AWS_HOSTS = (".amazonaws.com", ".amazonaws.com.cn", ".api.aws")
_FALLBACK_REGION = "us-east-1"


class Clients:
    """Makes calls; one client for each service and region, used by every thread."""

    def __init__(self, make: Callable[[str, str], Any], home: str) -> None:
        self._make = make
        self._made: dict[tuple[str, str], Any] = {}
        self._lock = threading.Lock()
        self._reach = Reach()
        self.home = home
        """The region of calls that belong to none."""

    def call(self, operation: Operation, region: str = "", **parameters: object) -> Mapping[str, Any]:
        """Carry out one operation; raises `CallFailed`."""
        answer: Mapping[str, Any] = self._try(
            operation, region, lambda client: getattr(client, xform_name(operation.name))(**parameters)
        )
        return answer

    def pages(self, operation: Operation) -> Iterator[Mapping[str, Any]]:
        """Yield the pages of a list; raises `CallFailed` at the page that does not come."""
        paginator = self._try(operation, "", lambda client: client.get_paginator(xform_name(operation.name)))
        pages = iter(paginator.paginate(PaginationConfig={"PageSize": 1000}))
        while (page := self._try(operation, "", lambda _: next(pages, None))) is not None:
            yield page

    def address(self, service: str) -> str:
        """Return host and port that a service is called at."""
        return str(urlsplit(self._client(service, self.home).meta.endpoint_url).netloc)

    def is_aws(self, service: str) -> bool:
        """Whether calls of a service go to a host of AWS itself."""
        return self.address(service).partition(":")[0].endswith(_AWS_HOSTS)

    def _try(self, operation: Operation, region: str, act: Callable[[Any], Any]) -> Any:
        endpoint = (operation.service, region or self.home)
        self._reach.check(endpoint)
        try:
            answer = act(self._client(*endpoint))
        except CALL_ERRORS as error:
            trouble = trouble_of(error)
            self._reach.note(endpoint, trouble)
            # Without its cause: the text of the cause may hold what no file may hold.
            raise CallFailed(trouble) from None
        self._reach.note(endpoint, None)
        return answer

    def _client(self, service: str, region: str) -> Any:
        # Making a client is not safe in threads, using one is.
        with self._lock:
            if (service, region) not in self._made:
                self._made[service, region] = self._make(service, region)
            return self._made[service, region]


def connect(settings: Settings, operations: Iterable[Operation]) -> Clients:
    """Return the clients of a source, with its role taken on; raises `CollectorFailed`."""
    allowed = [*operations, ASSUME_ROLE]
    try:
        session = boto3.session.Session(profile_name=settings.profile or None)
    except CALL_ERRORS as error:
        raise trouble_of(error).failure("log in") from None
    home = next(iter(settings.regions), session.region_name or _FALLBACK_REGION)
    clients = Clients(_maker(session, settings, allowed), home)
    if not settings.role_arn:
        return clients
    return Clients(_maker(_in_role(clients, settings), settings, allowed), home)


def _in_role(clients: Clients, settings: Settings) -> Any:
    """Return a session with the credentials of the role."""
    wanted = {"RoleArn": settings.role_arn, "RoleSessionName": "assay"}
    if settings.external_id:
        wanted["ExternalId"] = settings.external_id
    try:
        given = clients.call(ASSUME_ROLE, **wanted)["Credentials"]
    except CallFailed as failed:
        doing = f"take on the role {settings.role_arn}"
        raise failed.trouble.failure(doing, "sts:AssumeRole, in the role's trust policy too") from None
    return boto3.session.Session(given["AccessKeyId"], given["SecretAccessKey"], given["SessionToken"])


def _maker(session: Any, settings: Settings, allowed: Iterable[Operation]) -> Callable[[str, str], Any]:
    config = Config(
        connect_timeout=5,
        read_timeout=15,
        retries={"mode": "standard", "total_max_attempts": 3},
        max_pool_connections=PARALLEL,
        s3={"addressing_style": "path" if settings.path_style else "auto"},
    )

    def make(service: str, region: str) -> Any:
        client = session.client(
            service,
            region_name=region,
            endpoint_url=settings.endpoint_url or None,
            verify=settings.ca_bundle or None,
            config=config,
        )
        restrict(client, allowed)
        client.meta.events.register("before-sign.s3-control", _without_account)
        return client

    return make


def _without_account(request: Any, **_: object) -> None:
    """Take the account out of the host name of a server that is not AWS: it has no name for each."""
    url = urlsplit(request.url)
    account, _dot, host = url.netloc.partition(".")
    if account.isdecimal() and len(account) == 12 and not (url.hostname or "").endswith(_AWS_HOSTS):
        request.url = url._replace(netloc=host).geturl()
