"""Writes small PDF files: text at places, pictures, and whatever objects a test wants in them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

WIDTH, HEIGHT = 595, 842
LATIN, CHINESE = "F1", "F2"
_FONTS = (
    b"<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"
    b" /F2 << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts"
    b" [ << /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
    b" /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /Ascent 880 /Descent -120"
    b" /CapHeight 880 /ItalicAngle 0 /StemV 93 /FontBBox [0 -120 1000 880] >> >> ] >> >>"
)
_PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
    b"\nstream\n\x80\nendstream"
)


@dataclass
class Page:
    """What is drawn on one page, in order."""

    drawn: list[bytes] = field(default_factory=list)
    more: bytes = b""
    """Further entries of the page."""

    def text(self, left: float, base: float, words: str, size: float = 10) -> Page:
        """Draw a line of text; in Courier each character is 0.6 of the size wide, a Chinese one as wide as high."""
        latin = words.isascii()
        font = LATIN if latin else CHINESE
        code = words.encode("ascii" if latin else "utf-16-be").hex()
        self.drawn.append(f"BT /{font} {size} Tf {left} {base} Td <{code}> Tj ET".encode())
        return self

    def lines(self, left: float, base: float, lines: Iterable[str], step: float = 12) -> Page:
        """Draw lines of text one below the other."""
        for at, words in enumerate(lines):
            self.text(left, base - at * step, words)
        return self

    def picture(self, left: float, bottom: float, width: float, height: float) -> Page:
        """Draw a grey picture."""
        self.drawn.append(f"q {width} 0 0 {height} {left} {bottom} cm /P1 Do Q".encode())
        return self


def pdf(pages: Sequence[Page], catalog: bytes = b"", more: Sequence[bytes] = (), trailer: bytes = b"") -> bytes:
    """Return a file with these pages; objects 1 to 3 are the catalog, the page tree and the picture."""
    kids, objects = [], [b"", b"", _PICTURE]
    for page in pages:
        content = zlib.compress(b"\n".join(page.drawn))
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R"
            b" /Resources << /Font %b /XObject << /P1 3 0 R >> >> %b >>"
            % (WIDTH, HEIGHT, len(objects), _FONTS, page.more)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R %b >>" % catalog
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(kids), b" ".join(kids))
    return assembled([*objects, *more], trailer)


def assembled(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Return a file of these objects, numbered from 1; the first is the catalog."""
    data, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table)
    end = b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, len(data))
    return bytes(data) + head + end


def locked(pages: Sequence[Page]) -> bytes:
    """Return a file that opens only with a password, which nobody knows."""
    secret = b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <%b> /U <%b> >>" % (b"a1" * 32, b"b2" * 32)
    return pdf(pages, trailer=b"/Encrypt %b /ID [<00><00>]" % secret)


def write(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write files and return their paths."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in files]
