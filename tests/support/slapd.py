"""Real OpenLDAP servers on loopback: own data folder, own ports, ended by their process."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from .certificates import Certificates, make_certificates
from .servers import free_ports

SUFFIX = "dc=example,dc=cn"
ADMIN = f"cn=admin,{SUFFIX}"
ADMIN_PASSWORD = "made-up-admin"
READER = f"cn=assay,ou=services,{SUFFIX}"
READER_PASSWORD = "made-up-reader"
#: The access that docs/collectors/ldap.md tells an administrator to give.
ACCESS = (
    "to attrs=userPassword by anonymous auth by * none",
    f'to dn.subtree="{SUFFIX}" by dn.exact="{READER}" read by * none',
)
_SCHEMAS = Path("/etc/ldap/schema")
_MODULES = Path("/usr/lib/ldap")
_PATH = "/usr/sbin:/usr/local/sbin:/usr/libexec:/usr/bin:/bin"

BASE = f"""
dn: {SUFFIX}
objectClass: dcObject
objectClass: organization
o: Invented
dc: example

dn: ou=people,{SUFFIX}
objectClass: organizationalUnit
ou: people

dn: ou=services,{SUFFIX}
objectClass: organizationalUnit
ou: services

dn: ou=groups,{SUFFIX}
objectClass: organizationalUnit
ou: groups

dn: {READER}
objectClass: organizationalRole
objectClass: simpleSecurityObject
cn: assay
userPassword: {READER_PASSWORD}
"""


@dataclass(frozen=True)
class Slapd:
    """A running server."""

    url: str
    """Clear text, with StartTLS."""
    secure: str
    certificates: Certificates
    local: str
    """Over a socket."""
    log: Path
    """What it was asked, an operation a line."""

    def options(self, **more: object) -> dict[str, Any]:
        """Return what an entry in assay.yaml says to read it."""
        reader = {"bind_dn": READER, "password": READER_PASSWORD, "ca": str(self.certificates.authority)}
        return {"url": self.secure, "base": SUFFIX, **reader, **more}

    @contextlib.contextmanager
    def admin(self) -> Iterator[Any]:
        """Yield a connection of ldap3 that may write."""
        import ldap3

        with ldap3.Connection(ldap3.Server(self.url, get_info=ldap3.NONE), ADMIN, ADMIN_PASSWORD) as connection:
            yield connection

    def bind(self, dn: str, password: str) -> bool:
        """Log on as somebody; says whether the server took it."""
        import ldap3

        connection = ldap3.Connection(ldap3.Server(self.url, get_info=ldap3.NONE), dn, password)
        taken = bool(connection.bind())
        connection.unbind()
        return taken


def installed() -> bool:
    """Say whether OpenLDAP's server is on this machine."""
    return bool(shutil.which("slapd", path=_PATH)) and _SCHEMAS.is_dir() and _MODULES.is_dir()


@contextlib.contextmanager
def slapd(
    entries: str = "",
    *,
    access: Sequence[str] = ACCESS,
    schemas: Sequence[str] = (),
    overlays: Sequence[str] = ("ppolicy", "memberof"),
    settings: Sequence[str] = ("olcLastBind: TRUE",),
    certificate: Mapping[str, Any] | None = None,
) -> Iterator[Slapd]:
    """Run a server that holds these entries (LDIF) until the block ends; `certificate` makes its own another."""
    if not installed():
        pytest.skip("no slapd on this machine: apt-get install slapd")
    with tempfile.TemporaryDirectory(prefix="ldap-", dir="/tmp") as name:
        folder = Path(name)
        certificates = make_certificates(folder, **(certificate or {}))
        (folder / "config").mkdir()
        (folder / "data").mkdir()
        _load(folder, 0, _config(folder, certificates, access, schemas, overlays, settings))
        _load(folder, 1, BASE + entries)
        with _running(folder, certificates) as server:
            yield server


@contextlib.contextmanager
def _running(folder: Path, certificates: Certificates) -> Iterator[Slapd]:
    port, secure_port = free_ports(2)
    local = f"ldapi://{str(folder / 'socket').replace('/', '%2F')}"
    log_file = folder / "server.log"
    server = Slapd(f"ldap://localhost:{port}", f"ldaps://localhost:{secure_port}", certificates, local, log_file)
    listen = f"ldap://127.0.0.1:{port} ldaps://127.0.0.1:{secure_port} {local}"
    with log_file.open("wb") as log:
        # A level of debugging keeps it in the foreground; this one tells of every operation.
        command = [_program("slapd"), "-d", "stats", "-F", str(folder / "config"), "-h", listen]
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        _wait(process, port, log_file)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + 20
    while True:
        assert process.poll() is None, log.read_text("utf-8", "replace")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        assert time.monotonic() < deadline, "slapd does not answer"
        time.sleep(0.02)


def _load(folder: Path, database: int, text: str) -> None:
    command = [_program("slapadd"), "-q", "-n", str(database), "-F", str(folder / "config")]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")


def _program(name: str) -> str:
    found = shutil.which(name, path=_PATH)
    assert found, f"{name} is not installed: apt-get install slapd"
    return found


def _config(
    folder: Path,
    certificates: Certificates,
    access: Sequence[str],
    schemas: Sequence[str],
    overlays: Sequence[str],
    settings: Sequence[str],
) -> str:
    modules = "".join(f"olcModuleLoad: {name}\n" for name in ("back_mdb", *overlays))
    known = ("core", "cosine", "inetorgperson", "nis", *schemas)
    # A path that is absolute stands for itself.
    includes = "".join(f"include: file://{_SCHEMAS / f'{name}.ldif'}\n\n" for name in known)
    rules = "".join(f"olcAccess: {{{number}}}{rule}\n" for number, rule in enumerate(access))
    layers = "".join(
        f"dn: olcOverlay={{{number}}}{name},olcDatabase={{1}}mdb,cn=config\n"
        f"objectClass: {_LAYERS[name]}\nolcOverlay: {name}\n\n"
        for number, name in enumerate(overlays)
    )
    return (
        "dn: cn=config\nobjectClass: olcGlobal\ncn: config\n"
        f"olcTLSCACertificateFile: {certificates.authority}\n"
        f"olcTLSCertificateFile: {certificates.certificate}\nolcTLSCertificateKeyFile: {certificates.key}\n\n"
        f"dn: cn=module{{0}},cn=config\nobjectClass: olcModuleList\ncn: module{{0}}\nolcModulePath: {_MODULES}\n"
        f"{modules}\n"
        f"dn: cn=schema,cn=config\nobjectClass: olcSchemaConfig\ncn: schema\n\n{includes}"
        "dn: olcDatabase={-1}frontend,cn=config\nobjectClass: olcDatabaseConfig\nobjectClass: olcFrontendConfig\n"
        'olcDatabase: {-1}frontend\nolcAccess: to dn.base="" by * read\n\n'
        "dn: olcDatabase={1}mdb,cn=config\nobjectClass: olcDatabaseConfig\nobjectClass: olcMdbConfig\n"
        f"olcDatabase: {{1}}mdb\nolcSuffix: {SUFFIX}\nolcDbDirectory: {folder / 'data'}\n"
        f"olcRootDN: {ADMIN}\nolcRootPW: {ADMIN_PASSWORD}\n{rules}"
        + "".join(f"{line}\n" for line in settings)
        + f"\n{layers}"
    )


_LAYERS = {"ppolicy": "olcPPolicyConfig", "memberof": "olcMemberOf", "dynlist": "olcDynListConfig"}
