"""The one implementation of `Server`: scim2-client on httpx2, which no other module knows.

Payloads come as they were sent: real servers deviate from the RFCs in ways that strict models refuse.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from assay.collector import CollectorFailed

from .server import Endpoint, Payload, Refused, Server
from .target import Target

TRIES = 4
LONGEST_PAUSE = 120
"""Seconds; a server that asks for a longer pause is left alone."""
#: Status codes after which the same request may do better.
_AGAIN = frozenset({429, 502, 503, 504})
_REASONS = {
    401: ("denied", "it refused the token"),
    403: ("denied", "the token may not read this"),
    404: ("unsupported", "it has nothing there; see url"),
    429: ("throttled", "it wants fewer requests; try again later"),
    501: ("unsupported", "it does not offer this"),
}
_ANSWERED = ("unsupported", "it did not answer as SCIM does; see url")
_OUT_OF_ORDER = ("connection_lost", "it is out of order; try again later")


class Httpx2:
    """A session of scim2-client; it follows no redirection."""

    def __init__(self, client: Any, models: Mapping[Endpoint, Any], errors: type[Exception]) -> None:
        self._client = client
        self._models = models
        self._errors = errors

    def list(self, endpoint: Endpoint, parameters: Mapping[str, str | int]) -> Payload:
        """Return one page, after a few tries where the server is busy or the connection breaks."""
        for tried in range(1, TRIES + 1):
            try:
                found = self._client.query(self._models[endpoint], query_parameters=dict(parameters))
            except self._errors as error:
                refused, pause = _refused(error), _pause(error, tried)
                if tried == TRIES or pause is None:
                    raise refused from None
                time.sleep(pause)
                continue
            except (ValueError, RecursionError):
                raise _of_status(0) from None
            if isinstance(found, dict) and not _is_error(found):
                return found
            raise _of_status(_number(found)) from None
        raise AssertionError("every try returns or raises")

    def close(self) -> None:
        """End the session."""
        self._client.client.close()


def connect(target: Target) -> Server:
    """Make a session; nothing is sent yet. Raises `CollectorFailed` where the libraries are missing."""
    try:
        from httpx2 import Client
        from scim2_client.engines.httpx2 import SyncSCIMClient
        from scim2_client.errors import SCIMClientException
        from scim2_models import Group, ScimProvider, User
    except ImportError:
        raise CollectorFailed("unsupported", "needs scim2-client; pip install 'assay[identity]'") from None
    headers = {"Authorization": f"Bearer {target.token}"}
    session = Client(base_url=target.url, headers=headers, verify=target.tls, timeout=target.seconds)
    client = SyncSCIMClient(
        session,
        provider=ScimProvider(models=[User, Group]),
        check_request_payload=False,
        check_response_payload=False,
        check_response_content_type=False,
        check_response_status_codes=False,
        raise_scim_errors=False,
    )
    return Httpx2(client, {"Users": User, "Groups": Group}, SCIMClientException)


def _refused(error: Exception) -> Refused:
    """Say why there is no answer; the library's words may quote the answer, so ours stand for them."""
    status = getattr(getattr(error, "source", None), "status_code", 0)
    return _of_status(status) if status else _of_connection(error.__cause__ or error)


def _of_status(status: int) -> Refused:
    if 300 <= status < 400:
        return Refused("unsupported", str(status), "it sends the reader elsewhere, which is not followed; correct url")
    reason, advice = _REASONS.get(status, _OUT_OF_ORDER if status >= 500 else _ANSWERED)
    return Refused(reason, str(status), advice)


def _of_connection(cause: BaseException) -> Refused:
    words = f"{type(cause).__name__} {cause}".lower()
    if "certificate has expired" in words:
        return Refused("connection_lost", "TLS", "its certificate has expired")
    if "certificate verify failed" in words:
        return Refused("connection_lost", "TLS", "its certificate is not vouched for, or for another host; see ca")
    if "timeout" in words:
        return Refused("timeout", "timeout", "it did not answer in time; see timeout")
    return Refused("connection_lost", "connection", "no connection; see url")


def _pause(error: Exception, tried: int) -> float | None:
    """Return how long to wait before the next try; None where it would do no better."""
    answer: Any = getattr(error, "source", None)
    status = getattr(answer, "status_code", 0)
    if not status:
        refused = _of_connection(error.__cause__ or error)
        return None if refused.code == "TLS" else float(tried)
    if status not in _AGAIN:
        return None
    asked = _asked(str(answer.headers.get("retry-after") or ""))
    if asked is None:
        return float(tried)
    return None if asked > LONGEST_PAUSE else asked


def _asked(text: str) -> float | None:
    """Return the seconds that a server asks for, as a number or until a time; None where it asks for none."""
    if text.isdecimal():
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, (until - datetime.now(until.tzinfo)).total_seconds())


def _is_error(found: Payload) -> bool:
    return any("error" in str(name).rpartition(":")[2].lower() for name in found.get("schemas") or ())


def _number(found: object) -> int:
    """Return the status in an error that came as SCIM; 0 where what came is none."""
    status = str(found.get("status", "")) if isinstance(found, dict) else ""
    return int(status) if status.isdigit() else 0
