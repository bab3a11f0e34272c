"""A hostile document costs its own child process little, the audit nothing, and says in one line why it is not read."""

from __future__ import annotations

import functools
import io
import resource
import socket
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from support import docx_files as docx
from support import pdf_files
from support.pdf_files import Page

from assay import sandbox
from collectors.contracts import extraction
from collectors.contracts.text import Document, Unreadable

MIB = 1024 * 1024
CATALOG, TREE = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << %b >> >>"
FONT = b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >>"


def words() -> Page:
    return Page().lines(60, 700, ["The Host shall keep the data secret."])


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), entries, data)


def one_page(content: bytes, resources: bytes = FONT, *more: bytes) -> bytes:
    return pdf_files.assembled([CATALOG, TREE, PAGE % resources, content, *more])


def endless_text() -> bytes:
    packer = zlib.compressobj(9)
    drawn = b"BT /F1 10 Tf 60 700 Td (a) Tj ET\n" * 32_768
    data = b"".join([*(packer.compress(drawn) for _ in range(150)), packer.flush()])
    return one_page(stream(data, b"/Filter /FlateDecode"))


def packed_twice() -> bytes:
    data = zlib.compress(zlib.compress(b"\0" * (512 * MIB), 9), 9)
    return one_page(stream(data, b"/Filter [/FlateDecode /FlateDecode]"))


def forms_in_forms() -> bytes:
    def form(next_one: int) -> bytes:
        entries = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A %d 0 R >> >>"
        return stream(b"/A Do " * 10, entries % next_one)

    forms = [form(number) for number in range(6, 30)]
    return one_page(stream(b"/A Do"), b"/XObject << /A 5 0 R >>", *forms, stream(b"", b"/Subtype /Form"))


PDFS: dict[str, tuple[Callable[[], bytes], str]] = {
    "5,000 pages": (lambda: pdf_files.pdf([words()] * 5_000), "limit"),
    "a page tree that is its own page": (
        lambda: pdf_files.assembled([CATALOG, b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"]),
        "corrupt",
    ),
    "a page tree that says it has many pages": (
        lambda: pdf_files.assembled([CATALOG, b"<< /Type /Pages /Count 2000000000 /Kids [] >>"]),
        "corrupt",
    ),
    "endless text": (endless_text, "limit"),
    "a stream packed twice": (packed_twice, "limit"),
    "forms in forms": (forms_in_forms, "limit"),
    "the first half of a file": (lambda: pdf_files.pdf([words()] * 20)[:9_000], "corrupt"),
    "noise": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 100, "corrupt"),
    "a password": (lambda: pdf_files.locked([words()]), "locked"),
}


def docx_of(body: str, **parts: str) -> bytes:
    return zipped(docx.parts(body, **parts))


def zipped(parts: dict[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def many_paragraphs() -> bytes:
    return docx_of("".join(docx.p(f"{number:x}") for number in range(60_000)))


def deep() -> bytes:
    return docx_of(docx.p(f"{'<w:sdt><w:sdtContent>' * 20_000}{docx.r('a')}{'</w:sdtContent></w:sdt>' * 20_000}"))


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    parts = docx.parts(docx.p("&l9;"))
    parts["word/document.xml"] = f'<!DOCTYPE x [<!ENTITY l0 "lol">{entities}]>' + parts["word/document.xml"]
    return zipped(parts)


def external_entity() -> bytes:
    parts = docx.parts(docx.p("&x;"))
    head = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return zipped(parts | {"word/document.xml": head + parts["word/document.xml"]})


def nested(depth: int = 6) -> bytes:
    """A zip of zips as 42.zip is one."""
    inner = b"\0" * (64 * MIB)
    for _ in range(depth):
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(16):
                archive.writestr(f"{number}.zip", inner if number == 0 else inner[:1000])
        inner = data.getvalue()
    return inner


DOCXS: dict[str, tuple[Callable[[], bytes], str]] = {
    "white space without end": (lambda: docx_of(" " * (300 * MIB)), "limit"),
    "a part of a thousand times its size": (lambda: docx_of("<w:p/>" * (2 * MIB)), "limit"),
    "too many paragraphs": (many_paragraphs, "limit"),
    "nesting without end": (deep, "limit"),
    "a billion laughs": (laughs, "corrupt"),
    "an entity that is a file": (external_entity, "corrupt"),
    "zips in zips": (nested, "unsupported"),
    "half of a zip": (lambda: docx_of(docx.p("a") * 1000)[:900], "corrupt"),
    "a workbook": (
        lambda: zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}),
        "unsupported",
    ),
    "no document": (lambda: zipped({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<styles/>"}), "corrupt"),
    "no whole XML": (lambda: docx_of("<w:p>"), "corrupt"),
    "nothing": (lambda: docx_of(""), "no_text"),
}
OTHERS: dict[str, tuple[Callable[[], bytes], str]] = {
    "an empty file": (lambda: b"", "corrupt"),
    "plain text": (lambda: b"The Host shall keep the data secret.", "unsupported"),
    "an old format": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000, "unsupported"),
    "a DOCX with a password": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "locked",
    ),
    "a photograph": (lambda: b"\xff\xd8\xff\xe0" + b"\0" * 4000, "no_text"),
    "a large file": (lambda: b"%PDF-1.7\n" + b"\0" * (64 * MIB), "limit"),
}


@pytest.fixture
def bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """What memory a bomb needs to be refused is a matter of time only."""
    monkeypatch.setattr(extraction, "_LIMITS", sandbox.Limits(memory=512 * MIB, cpu_seconds=20, seconds=60))


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize(("build", "reason"), (PDFS | DOCXS | OTHERS).values(), ids=(PDFS | DOCXS | OTHERS).keys())
def test_a_hostile_document_is_refused_within_bounds(tmp_path: Path, build: Callable[[], bytes], reason: str) -> None:
    (path,) = pdf_files.write(tmp_path, {"contract": build()})
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = extraction.extract(path)
    assert isinstance(found, Unreadable)
    assert found.reason == reason
    assert "\n" not in found.told
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 * 1024


def test_a_file_that_is_not_there_or_is_none_says_so(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    found = extraction.extract_all([tmp_path / "absent.pdf", tmp_path / "folder"])
    assert [one.reason for one in found.values() if isinstance(one, Unreadable)] == ["not_in_source", "denied"]


def test_a_format_is_recognised_by_content_and_not_by_name(tmp_path: Path) -> None:
    files = {
        "a.docx": pdf_files.pdf([words()]),
        "b.pdf": docx_of(docx.p("a")),
        "c.txt": b"\n" + pdf_files.pdf([words()]),
    }
    found = extraction.extract_all(pdf_files.write(tmp_path, files))
    assert all(isinstance(one, Document) for one in found.values())


def test_scripts_of_a_pdf_do_not_run_and_deep_objects_do_no_harm(tmp_path: Path) -> None:
    script = b"/OpenAction << /S /JavaScript /JS (while \\(true\\) {}) >> /X " + b"[" * 200_000 + b"]" * 200_000
    (path,) = pdf_files.write(tmp_path, {"a.pdf": pdf_files.pdf([words()], catalog=script)})
    assert isinstance(extraction.extract(path), Document)


def test_nothing_outside_the_file_is_fetched(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
        kinds = ("attachedTemplate", "footnotes", "image", "subDocument", "styles")
        relations = "".join(
            f'<Relationship Id="r{kind}" Type="x/{kind}" Target="{url}" TargetMode="External"/>' for kind in kinds
        )
        (path,) = pdf_files.write(tmp_path, {"a.docx": docx_of(docx.p("a"), relations=relations)})
        assert isinstance(extraction.extract(path), Document)
        with pytest.raises(BlockingIOError):
            listener.accept()


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many files each child was given."""
    given: list[int] = []

    @functools.wraps(sandbox.run)
    def run(function: str, arguments: dict[str, list[str]], *more: object) -> object:
        given.append(len(arguments["paths"]))
        return original(function, arguments, *more)  # type: ignore[arg-type]  # handed on as it came

    original = sandbox.run
    monkeypatch.setattr(sandbox, "run", run)
    return given


def test_one_child_reads_many_files(tmp_path: Path, calls: list[int]) -> None:
    files = {f"{number}.pdf": pdf_files.pdf([words()]) for number in range(20)}
    found = extraction.extract_all(pdf_files.write(tmp_path, files))
    assert all(isinstance(one, Document) for one in found.values())
    assert calls == [16, 4]


@pytest.mark.usefixtures("bounded")
def test_a_file_that_brings_the_child_down_leaves_the_others(tmp_path: Path, calls: list[int]) -> None:
    files = {"a.pdf": pdf_files.pdf([words()]), "bomb.pdf": endless_text(), "c.docx": docx_of(docx.p("a"))}
    paths = pdf_files.write(tmp_path, files)
    found = extraction.extract_all(paths)
    assert [type(found[path]) for path in paths] == [Document, Unreadable, Document]
    bomb = found[paths[1]]
    assert len(bomb.sha256) == 64
    assert calls == [3, 1, 1, 1]
