"""A real Open Policy Agent as the engine, through opa-python-client. The only module that imports it.

What the client leaves open is closed here: no redirect (it would resend the snapshot), no proxy or netrc from
the environment, an undefined answer is a failure, never an empty one.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import msgspec

from assay.engines.protocol import Answer, Answers, Failure, Question
from assay.errors import EngineError, UsageError

TIMEOUT = 120.0
"""Seconds without a byte; the worker's own time limit bounds the whole."""


class OpaServer:
    """A running OPA with the policies loaded."""

    name = "opa"

    def __init__(self, url: str, token: str | None = None, ca: str | None = None) -> None:
        self.url = url
        self._client = _client(url, token, ca)
        self.version = self._version()

    def judge(self, document: Mapping[str, Any], questions: Sequence[Question]) -> dict[str, Answers]:
        """Answer every question, one call each."""
        return {question.check: self._ask(document, question) for question in questions}

    def modules(self) -> dict[str, tuple[str, str]]:
        """Return what the server has loaded: id to (package, source)."""
        found: dict[str, tuple[str, str]] = {}
        reply = self._call(self._policies)
        with self._in_form():
            for policy in reply["result"]:
                path = [str(part["value"]) for part in policy["ast"]["package"]["path"][1:]]
                found[str(policy["id"])] = (".".join(path), str(policy["raw"]))
        return found

    def upload(self, modules: Mapping[str, str]) -> None:
        """Load policies, libraries first: each is compiled as it arrives, with what is there by then.

        `rego_compat=False`: the client would otherwise rewrite what OPA rejects and load that.
        """
        for path, source in sorted(modules.items(), key=lambda item: ("/lib/" not in item[0], item[0])):
            self._call(
                functools.partial(self._client.update_policy_from_string, source, f"assay/{path}", rego_compat=False)
            )

    def close(self) -> None:
        """Close the connection."""
        self._client.close_connection()

    def _ask(self, document: Mapping[str, Any], question: Question) -> Answers:
        asked = {**document, "parameters": question.parameters}
        try:
            reply = self._call(
                lambda: self._client.query_rule(asked, question.package, "verdicts", {"strict-builtin-errors": True})
            )
        except _PolicyFailed as error:
            return Failure(str(error))
        if not isinstance(reply, dict) or "result" not in reply:
            return Failure("verdicts is undefined")
        try:
            return msgspec.convert(reply["result"], dict[str, Answer])
        except msgspec.ValidationError as error:
            return Failure(f"answers out of form: {error}")

    def _policies(self) -> Any:
        """List the policies; the client's own call asks for an address that OPA redirects."""
        reply = self._client._session.get(f"{self._client.root_url}/policies", timeout=TIMEOUT)
        reply.raise_for_status()
        return reply.json()

    def _version(self) -> str:
        reply = self._call(lambda: self._client.ad_hoc_query(query="v := opa.runtime().version", input_data={"x": 1}))
        with self._in_form():
            return str(reply["result"][0]["v"])

    @contextlib.contextmanager
    def _in_form(self) -> Iterator[None]:
        """Turn what is missing in a reply into one line."""
        try:
            yield
        except (LookupError, TypeError):
            raise EngineError(f"the server at {self.url} answers as no OPA does") from None

    def _call(self, call: Any) -> Any:
        """Call the server; a failed evaluation is `_PolicyFailed`, anything else an `EngineError` too."""
        import requests
        from opa_client import errors

        try:
            return call()
        except requests.HTTPError as error:
            answer = error.response
            status, content = (0, b"") if answer is None else (answer.status_code, answer.content)
            if status == 500 and b"internal_error" in content:
                raise _PolicyFailed(f"evaluation failed: {_message(content)}") from None
            raise EngineError(f"the OPA server at {self.url} answers {status}: {_message(content)}") from None
        except errors.RegoParseError as error:
            raise EngineError(f"the OPA server at {self.url} refuses a policy: {error}"[:500]) from None
        except (requests.RequestException, ValueError, KeyError, RecursionError) as error:
            raise EngineError(
                f"the OPA server at {self.url} does not answer ({type(error).__name__}); is it running there?"
            ) from None


class _PolicyFailed(EngineError):
    """The server answers that an evaluation failed."""


def _message(content: bytes) -> str:
    try:
        return str(msgspec.json.decode(content).get("message", ""))[:300]
    except (msgspec.DecodeError, AttributeError):
        return "no message"


def _client(url: str, token: str | None, ca: str | None) -> Any:
    try:
        from opa_client.opa import OpaClient
    except ImportError:
        raise UsageError("the opa engine needs the extra [opa]: pip install 'assay[opa]'") from None
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or parts.hostname is None or parts.path not in ("", "/"):
        raise UsageError(f"--opa-url {url!r} is not of the form https://HOST:PORT")
    if parts.scheme == "http" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise UsageError(f"--opa-url {url}: the snapshot would travel in clear text; use https")
    secure: bool | str = ca or True if parts.scheme == "https" else False
    port = parts.port or (443 if parts.scheme == "https" else 8181)
    client = OpaClient(host=parts.hostname, port=port, ssl=secure, token=token, timeout=TIMEOUT, retries=0)
    client._session.trust_env = False
    client._session.max_redirects = 0
    return client
