"""Real SCIM servers on loopback (`scim2-server`), with made-up users and groups."""

from __future__ import annotations

import contextlib
import http.client
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .servers import free_ports, program, running

TOKEN = "made-up-token"
USER = "urn:ietf:params:scim:schemas:core:2.0:User"
GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group"
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"


@dataclass(frozen=True)
class ScimServer:
    """A running server."""

    url: str

    def options(self, **more: object) -> dict[str, Any]:
        """Return what an entry in assay.yaml says to read it."""
        return {"url": self.url, "token": TOKEN, **more}

    def user(self, name: str, *, number: str = "", mails: Sequence[str] = (), **more: object) -> str:
        """Make a user; returns the id."""
        made: dict[str, object] = {"schemas": [USER], "userName": name, "active": True, **more}
        if number:
            made |= {"schemas": [USER, ENTERPRISE], ENTERPRISE: {"employeeNumber": number}}
        if mails:
            made["emails"] = [{"value": mail, "primary": mail == mails[0]} for mail in mails]
        return self._post("/Users", made)

    def group(self, name: str, *members: str) -> str:
        """Make a group of these ids; returns its own."""
        listed = [{"value": member} for member in members]
        return self._post("/Groups", {"schemas": [GROUP], "displayName": name, "members": listed})

    def _post(self, path: str, made: object) -> str:
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=20)
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/scim+json"}
        try:
            connection.request("POST", f"{urlsplit(self.url).path}{path}", json.dumps(made), headers)
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
        assert answer.status == 201, body
        return str(json.loads(body)["id"])


@contextlib.contextmanager
def scim_server(folder: Path, pagination: object = None) -> Iterator[ScimServer]:
    """Run a server without users until the block ends; its own files lie in the folder."""
    (port,) = free_ports(1)
    command = [program("scim2-server"), "--port", str(port), "--bearer-token", TOKEN]
    if pagination is not None:
        (folder / "provider.json").write_text(json.dumps(_provider(pagination)))
        command += ["--service-provider-config", str(folder / "provider.json")]
    with running(command, f"http://127.0.0.1:{port}/v2/ServiceProviderConfig", folder):
        yield ScimServer(f"http://127.0.0.1:{port}/v2")


def _provider(pagination: object) -> dict[str, object]:
    off = {"supported": False}
    return {
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
        "patch": off,
        "bulk": {**off, "maxOperations": 0, "maxPayloadSize": 0},
        "filter": {**off, "maxResults": 1000},
        "changePassword": off,
        "sort": off,
        "etag": off,
        "authenticationSchemes": [
            {"type": "oauthbearertoken", "name": "token", "description": "bearer token"},
        ],
        "pagination": pagination,
    }
