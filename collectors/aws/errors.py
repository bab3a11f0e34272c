"""The errors of botocore in the words of the ledger."""

from __future__ import annotations

import re
from xml.etree.ElementTree import ParseError

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectTimeoutError,
    CredentialRetrievalError,
    HTTPClientError,
    NoCredentialsError,
    PartialCredentialsError,
    ProfileNotFound,
    ReadTimeoutError,
    SSOError,
)
from botocore.exceptions import ConnectionError as NoConnection
from botocore.parsers import ResponseParserError

from .guard import OperationRefused
from .trouble import REFUSED_CREDENTIALS, Trouble

#: All that a call may raise; of broken answers, botocore lets some errors of the parser through.
CALL_ERRORS = (
    BotoCoreError,
    ClientError,
    OperationRefused,
    ParseError,
    ResponseParserError,
    ValueError,
)

_DENIED = REFUSED_CREDENTIALS | frozenset(
    [
        "AccessDenied",
        "AccessDeniedException",
        "AllAccessDisabled",
        "AuthorizationError",
        "OptInRequired",
        "UnauthorizedOperation",
    ]
)
_THROTTLED = frozenset(
    [
        "BandwidthLimitExceeded",
        "RequestLimitExceeded",
        "RequestThrottled",
        "RequestThrottledException",
        "ServiceUnavailable",
        "SlowDown",
        "ThrottledException",
        "Throttling",
        "ThrottlingException",
        "TooManyRequestsException",
    ]
)
_UNSUPPORTED = frozenset(
    [
        "MethodNotAllowed",
        "NotImplemented",
        "OperationNotSupported",
        "UnknownOperationException",
        "UnsupportedOperation",
        "UnsupportedOperationException",
    ]
)
_BY_STATUS = {401: "denied", 403: "denied", 405: "unsupported", 429: "throttled", 501: "unsupported"}


def trouble_of(error: Exception) -> Trouble:
    """Put an exception of a call into words."""
    if isinstance(error, ClientError):
        return _of_answer(error)
    return Trouble(_reason_without_answer(error), type(error).__name__)


def _of_answer(error: ClientError) -> Trouble:
    response = error.response
    code = str(response.get("Error", {}).get("Code", ""))
    metadata = response.get("ResponseMetadata", {})
    status = int(metadata.get("HTTPStatusCode", 0))
    server = str(metadata.get("HTTPHeaders", {}).get("server", ""))
    # A code is made of words; anything else is text that a server wants to see in our files, a key perhaps.
    safe = code if re.fullmatch(r"[A-Za-z.]{1,64}", code) else str(status)
    return Trouble(_reason_of_code(code, status), safe, server)


def _reason_of_code(code: str, status: int) -> str:
    for codes, reason in ((_DENIED, "denied"), (_THROTTLED, "throttled"), (_UNSUPPORTED, "unsupported")):
        if code in codes:
            return reason
    return _BY_STATUS.get(status, "connection_lost" if status >= 500 else "corrupt")


def _reason_without_answer(error: Exception) -> str:
    match error:
        case ConnectTimeoutError() | ReadTimeoutError():
            return "timeout"
        case NoConnection() | HTTPClientError():
            return "connection_lost"
        case NoCredentialsError() | PartialCredentialsError() | CredentialRetrievalError():
            return "denied"
        case ProfileNotFound() | SSOError():
            return "denied"
        case OperationRefused():
            return "unsupported"
    return "corrupt"
