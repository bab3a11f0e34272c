"""A secret of the environment is in no output, whatever a collector does with it."""

from __future__ import annotations

import base64
from pathlib import Path
from urllib.parse import quote

import pytest
from support.widgets import SmallPack

from .conftest import Assay

SECRET = "c4nary/w0rd of the-crm"
LEAKY = '''"""A collector that tells its secret everywhere."""

import logging

from assay.collector import CollectorFailed, Probe, Resource


class _Leaky:
    name, basis, permissions = "leaky", "observed", ()
    options = {"dsn": {"type": "string"}, "how": {"type": "string"}}

    def kinds(self, source):
        return ["widget"]

    def collect(self, source, out):
        dsn = source.options["dsn"]
        out.read(f"open {dsn}", f"at {dsn}", "error", f"code {dsn}")
        out.note(f"note {dsn}")
        out.incomplete("widget", "partial", f"page {dsn}")
        out.resource("widget", Resource("w", "w", {"size": dsn}))
        logging.getLogger("assay").warning("log %s", dsn)
        if source.options["how"] == "failed":
            raise CollectorFailed("denied", f"failed {dsn}")
        if source.options["how"] == "bug":
            raise ValueError(f"bug {dsn}")

    def probe(self, source):
        dsn = source.options["dsn"]
        if source.options["how"] == "failed":
            raise CollectorFailed("denied", f"failed {dsn}")
        yield Probe(f"what {dsn}", "missing", f"detail {dsn}", [f"needed {dsn}"])
        if source.options["how"] == "bug":
            raise ValueError(f"bug {dsn}")


COLLECTOR = _Leaky()
'''

CONFIGURATION = """\
estate: A
packs: [%s]
sources:
  - {name: crm, collector: leaky, dsn: "host=db password='${CRM_WORD}'", how: %s}
"""


@pytest.fixture(scope="module")
def leaky(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack with a collector that leaks."""
    pack = SmallPack(tmp_path_factory.mktemp("leaky") / "ours")
    pack.kind("widget")
    pack.policy("widgets.size")
    pack.check("WID-01.1")
    pack.write("collectors/__init__.py", 'NAMES = ("leaky",)\n')
    pack.write("collectors/leaky.py", LEAKY)
    return pack.root


def _spellings() -> list[bytes]:
    raw = SECRET.encode()
    spelt = [
        raw,
        quote(SECRET, safe="").encode(),
        quote(SECRET).encode(),
        raw.hex().encode(),
        SECRET.encode("utf-16-le"),
    ]
    return [*spelt, *(base64.b64encode(b"x" * shift + raw)[4:-4] for shift in range(3))]


@pytest.mark.parametrize("how", ["good", "failed", "bug"])
@pytest.mark.parametrize(
    "command",
    [
        "collect -vv -o s",
        "collect -vv --log-format json -o s",
        "scan -vv -o out -f json=out/a.json -f ndjson=out/a.ndjson -f html=out/a.html -f text=out/a.txt",
        "doctor -vv",
        "config show",
        "config validate -vv",
    ],
)
def test_it_is_neither_on_the_screen_nor_in_a_file(
    assay: Assay, leaky: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, how: str
) -> None:
    monkeypatch.setenv("CRM_WORD", SECRET)
    (tmp_path / "assay.yaml").write_text(CONFIGURATION % (leaky, how))
    outcome = assay(*command.split())
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    for said in (outcome.out.encode(), outcome.err.encode(), *written):
        for spelling in _spellings():
            assert spelling not in said
    if "collect" in command or "scan" in command:
        assert b"***" in b"".join(written), "what was to be scrubbed did not even come this far"
