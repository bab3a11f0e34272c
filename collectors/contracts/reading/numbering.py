"""The numbers before headings and clauses."""

from __future__ import annotations

import re

_CHINESE = "[零一二三四五六七八九十百\\d]"
_NUMBER = re.compile(
    rf"""\s*(?:
      (?P<top>第\ ?{_CHINESE}+\ ?[条章节款部]|[一二三四五六七八九十]+\ ?[、.]|附件\ ?{_CHINESE}*|附录|附表
        |(?:Article|Section|Clause|Schedule|Annex|Appendix|Part)\ [A-Z\d]+(?:\.\d+)*
        |\d{{1,2}}\ ?[.、](?!\d)|[A-Z]\.(?=\ [A-Z\u4e00-\u9fff])|[IVX]+\.(?=\ ))
     |(?P<sub>\({_CHINESE}+\)|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?(?!\d|%)|\([a-z]{{1,3}}\)|[A-Z]\.\d+|[a-z]\))
    )\s*[:、-]?\s*""",
    re.VERBOSE,
)


def begins(text: str) -> bool:
    """Say whether a line begins with the number of a heading or a clause."""
    return _NUMBER.match(text) is not None


def taken(text: str) -> tuple[int, str, bool]:
    """Return where the text after its number begins, the number, and whether it is one of the highest level."""
    match = _NUMBER.match(text)
    if match is None:
        return 0, "", False
    return match.end(), (match["top"] or match["sub"]).strip(), match["top"] is not None
