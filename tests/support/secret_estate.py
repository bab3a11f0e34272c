"""An estate in which everything holds a made-up secret, and half of which cannot be read."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.comments import Comment

from assay import codec

from . import crm, tables
from .canaries import canary, core
from .faults import Fault, Proxy
from .moto import Moto
from .postgres import Postgres
from .scans import write_config

HERE = Path(__file__).parent
BUCKET = "secretive"

#: What an auditor may see of each source: it stands beside the secrets, so that they were within reach.
SEEN = {
    "a sampled table": "crm.public.logins.clear_pwd",
    "a view": "planted_view",
    "a role": "pg:crm-db:role/planted",
    "a bucket": f"aws:s3:bucket/{BUCKET}",
    "a tag": "visible-tag",
    "a policy": '"deny_insecure_transport":true',
    "a bucket behind a server that plays secrets back": '"s3:GetBucketTagging"',
    "a mapping": '"owner_staff_id":"staff:7"',
    "a YAML register": "visible-yaml",
    "a CSV register": "visible-csv",
    "a roster": "staff:7",
    "a workbook": "visible-sheet",
    "a file named by the environment": "visible-path",
    "a recorded snapshot": "visible-record",
}

_LEAKY = '''\
"""A collector of the house, with a mistake in it."""

from assay.collector import CollectorFailed


class Leaky:
    name, basis, permissions = "leaky", "declared", ()
    options = {"key": {"type": "string"}, "gives_up": {"type": "boolean"}}

    def kinds(self, source):
        return ["vendor"]

    def collect(self, source, out):
        if source.options.get("gives_up"):
            raise CollectorFailed("denied", f"{source.options['key']} is not welcome")
        raise RuntimeError(f"no entry for {source.options['key']}")

    def probe(self, source):
        raise RuntimeError(f"no entry for {source.options['key']}")


COLLECTOR = Leaky()
'''


def environment(server: Postgres) -> dict[str, str]:
    """Return the variables that hold the secrets of the configuration."""
    quoted = {name: _quoted(canary(name)) for name in ("dsn-password", "dsn-wrong-password")}
    return {
        "CRM_DSN": crm.dsn(server, password=quoted["dsn-password"]),
        "WRONG_DSN": crm.dsn(server, password=quoted["dsn-wrong-password"]),
        "MALFORMED_DSN": f"postgresql://auditor:{core('dsn-malformed')}%ZZ@127.0.0.1/crm",
        "AWS_ACCESS_KEY_ID": "AKIAMADEUPMADEUP0000",
        "AWS_SECRET_ACCESS_KEY": canary("aws-secret-key"),
        "AWS_SESSION_TOKEN": canary("aws-session-token"),
        "EXTERNAL_ID": core("aws-external-id"),
        "THERE": f"{core('path-there')}.yaml",
        "ABSENT": f"{core('path-absent')}.yaml",
        "ENDPOINT_PATH": core("endpoint-path"),
        "BUG": canary("collector-bug"),
        "GIVES_UP": canary("collector-failed"),
    }


def write(folder: Path, server: Postgres, proxy: Proxy, echo: Proxy, closed: int) -> None:
    """Write the configuration, the registers and the pack of the house."""
    _write_registers(folder)
    _write_workbook(folder / "book.xlsx")
    _write_recorded(folder / "recorded")
    (folder / "house" / "collectors").mkdir(parents=True)
    (folder / "house" / "collectors" / "__init__.py").write_text('NAMES = ("leaky",)\n')
    (folder / "house" / "collectors" / "leaky.py").write_text(_LEAKY)
    pg = {"collector": "postgresql", "sslrootcert": str(server.certificates.authority)}
    aws = {"collector": "aws", "provider": "aws_s3", "endpoint_url": proxy.url}
    inline = crm.dsn(server, password=core("dsn-inline"))
    role = {"role_arn": "arn:aws:iam::123456789012:role/auditor", "external_id": "${EXTERNAL_ID}"}
    sources: dict[str, dict[str, Any]] = {
        "crm-db": pg | {"dsn": "${CRM_DSN}", "sample": {"enabled": True}, "mapping": "mapping.yaml"},
        "wrong": pg | {"dsn": "${WRONG_DSN}"},
        "malformed": pg | {"dsn": "${MALFORMED_DSN}"},
        "inline": pg | {"dsn": inline},
        "cloud": aws,
        "echo": aws | {"endpoint_url": echo.url},
        "role": aws | {"endpoint_url": echo.url, **role},
        "endpoint": aws | {"endpoint_url": f"http://127.0.0.1:{closed}/${{ENDPOINT_PATH}}"},
        "yaml": {"collector": "register", "path": "register.yaml"},
        "csv": {"collector": "register", "path": "register.csv", "kind": "vendor"},
        "people": {"collector": "hr_roster", "path": "staff.csv"},
        "book": {"collector": "register", "path": "book.xlsx"},
        "there": {"collector": "register", "path": "${THERE}"},
        "broken": {"collector": "register", "path": "broken.yaml"},
        "broken-json": {"collector": "register", "path": "broken.json"},
        "encoding": {"collector": "register", "path": "gb.csv", "kind": "vendor"},
        "recorded": {"collector": "recorded", "path": "recorded"},
        "absent": {"collector": "register", "path": "${ABSENT}"},
        "bug": {"collector": "leaky", "key": "${BUG}"},
        "gives-up": {"collector": "leaky", "key": "${GIVES_UP}", "gives_up": True},
    }
    write_config(folder, [{"name": name, **given} for name, given in sources.items()], packs=["house"])


def _write_registers(folder: Path) -> None:
    role = {"role": "planted", "owner_staff": "staff:7", "kind": "service"}
    roles = [role, {"role": "monitor", "pass": canary("mapping-key")}]
    (folder / "mapping.yaml").write_text(json.dumps({"databases": [{"database": "crm-db", "roles": roles}]}))
    (folder / "broken.yaml").write_text(f"kind: vendor\nresources: ['{core('broken-yaml')}\n")
    (folder / "broken.json").write_text(f'{{"kind": "vendor", "resources": ["{core("broken-json")}')
    tables.write(folder / "gb.csv", f"id,名称\nv9,{core('wrong-encoding')}\n", "gb18030")
    for name, path in (("visible-yaml", "register.yaml"), ("visible-path", f"{core('path-there')}.yaml")):
        row = {"id": name, "name": name, "status": "active", "api_key": canary("yaml-field")}
        (folder / path).write_text(json.dumps({"kind": "vendor", "resources": [row]}))
    rows = [
        ["id", "status", "password"],
        ["visible-csv", "active", canary("register-column")],
        ["visible-bad-cell", canary("register-cell"), ""],
        ["", canary("register-bad-row"), ""],
    ]
    tables.write(folder / "register.csv", _csv(rows))
    people = [["工号", "姓名", "状态", "初始密码"], ["7", "王", "在职", canary("roster-column")]]
    tables.write(folder / "staff.csv", _csv(people))


def _csv(rows: list[list[str]]) -> str:
    return "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows) + "\n"


def _write_workbook(path: Path) -> None:
    book = openpyxl.Workbook()
    book.properties.creator = canary("workbook-author")
    sheet = book.active
    assert sheet is not None
    sheet.title = "vendor"
    for row in (["id", "status", "secret"], ["visible-sheet", "active", canary("hidden-column")]):
        sheet.append(row)
    sheet.column_dimensions["C"].hidden = True
    sheet["A2"].comment = Comment(canary("cell-comment"), "somebody")
    hidden = book.create_sheet("passwords")
    hidden.append(["id", canary("hidden-sheet")])
    hidden.sheet_state = "hidden"
    book.save(path)


def _write_recorded(folder: Path) -> None:
    """Write a snapshot as another program might."""
    (folder / "resources").mkdir(parents=True)
    vendor: dict[str, Any] = {
        "id": "visible-record",
        "name": "v",
        "source": "x",
        "collected_at": "2026-11-20T00:00:00Z",
    }
    vendor |= {"unread": [], "status": canary("recorded-value"), "token": canary("recorded-key")}
    content: dict[str, bytes] = {"ledger.ndjson": b"", "resources/vendor.ndjson": json.dumps(vendor).encode() + b"\n"}
    for name, data in content.items():
        (folder / name).write_bytes(data)
    kinds = {"vendor": {"count": 1, "complete": True}}
    source = {"name": "x", "collector": "x", "basis": "declared", "outcome": "complete", "kinds": kinds}
    manifest: dict[str, Any] = {
        "format": "assay.snapshot/1",
        "assay": "1",
        "estate": "x",
        "taken_at": "2026-11-20T00:00:00Z",
    }
    manifest |= {"settings": {"timezone": "UTC", "profiles": []}, "sources": [source]}
    manifest |= {"files": {name: codec.digest(data) for name, data in content.items()}}
    (folder / "manifest.json").write_text(json.dumps(manifest))


@contextlib.contextmanager
def planted_bucket(moto: Moto) -> Iterator[None]:
    """Have a bucket whose policy holds secrets."""
    s3 = moto.client("s3")
    s3.create_bucket(Bucket=BUCKET)
    s3.put_bucket_tagging(Bucket=BUCKET, Tagging={"TagSet": [{"Key": "note", "Value": "visible-tag"}]})
    arn = f"arn:aws:s3:::{BUCKET}"
    common = {"Resource": [arn, f"{arn}/*"], "Principal": "*"}
    referer = {"StringEquals": {"aws:Referer": canary("aws-policy-referer")}}
    secure = {"Bool": {"aws:SecureTransport": "false"}}
    statements = [
        {"Sid": core("aws-policy-sid"), "Effect": "Deny", "Action": "s3:*", "Condition": secure, **common},
        {"Effect": "Allow", "Action": "s3:GetObject", "Condition": referer, **common},
    ]
    s3.put_bucket_policy(Bucket=BUCKET, Policy=json.dumps({"Statement": statements}))
    try:
        yield
    finally:
        s3.delete_bucket(Bucket=BUCKET)


def play_back(echo: Proxy) -> None:
    """Have a server answer with the secrets that it was sent."""
    secret = canary("aws-session-token")
    body = f"<Error><Code>{core('aws-session-token')}</Code><Message>{secret}</Message></Error>{secret}"
    echo.faults["s3:GetBucketTagging"] = Fault(body=body)
    echo.faults["s3:GetBucketAcl"] = Fault(status=200, body=body)
    refused = f"<Error><Code>AccessDenied</Code><Message>{core('aws-external-id')}</Message></Error>"
    echo.faults["sts:AssumeRole"] = Fault(body=f"<ErrorResponse>{refused}</ErrorResponse>")


@contextlib.contextmanager
def planted_database(server: Postgres) -> Iterator[None]:
    """Have secrets in rows, definitions, comments, roles and settings of the server."""
    planted = (HERE / "secrets_planted.sql").read_text("utf-8")
    statements = re.sub(r"\{([a-z-]+)\}", lambda found: _literal(canary(found[1])), planted)
    server.sql(*statements.split(";\n"), database="crm")
    server.reload()
    try:
        yield
    finally:
        server.sql(*(HERE / "secrets_removed.sql").read_text("utf-8").split(";\n"), database="crm")
        server.reload()


def _literal(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _quoted(value: str) -> str:
    """Quote a value for a dsn of `name=value` pairs."""
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
