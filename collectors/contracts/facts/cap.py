"""Up to what the vendor is liable."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..reading.sentences import Sentence
from ..sides.binding import bound
from ..terms.numerals import CHINESE
from ..words import Words
from .found import ABSENT, Found, Reading

_SAY = Words("cap", "liability")
_LATE, _NONE, _PAYS, _NO_LIMIT, _MONEY = (_SAY(name) for name in ("late", "none", "pays", "no_limit", "money"))
_LIMITING = re.compile("上限|最高|exceed|limit|cap|the most", re.IGNORECASE)
_NUMBER = rf"(?:\d[\d,.]*|{CHINESE})"
_SUM = re.compile(
    rf"{_NUMBER} ?(?:万|亿)?元|百分之{CHINESE}|{_NUMBER} ?[%倍]|{_NUMBER} ?个月[^,。;]{{0,16}}?(?:费|款|金额|钱|报酬)"
    r"|(?:年度|当年|全部|已付|已支付|合同)[^,。;]{0,10}(?:费用?|总额|总价|金额|价款|钱|报酬)"
)
_CHINESE_CAP = re.compile(rf"{_SAY('capped').pattern}([^,。;]{{1,40}}?)(?={_SAY('cap_ends').pattern})")
_CHINESE_SUM = re.compile(rf"{_SAY('measured').pattern}([^,。;]{{1,40}}?)(?=向|计算|支付|{_SAY('cap_ends').pattern})")
_ENGLISH_CAP = re.compile(
    rf"{_SAY('capped').pattern} (.{{3,90}}?)(?=[.;]|, (?:and|save|except|unless|but|whichever)|$)", re.IGNORECASE
)
_ENGLISH_SUM = re.compile(
    r"\b(?:pays?|paid|forfeits?|owes?)\b(?: (?:the )?(?-i:[A-Z])\w+| it| a (?:sum|penalty|fine) of)*"
    r" (\d[\d,.]* [a-z]+(?: (?:for|per) (?:each|every) [a-z]+)?)",
    re.IGNORECASE,
)
_LIMITS = ((_CHINESE_CAP, _SUM), (_ENGLISH_CAP, _MONEY), (_CHINESE_SUM, _SUM), (_ENGLISH_SUM, _MONEY))
"""What names a limit and what it has to hold; limits before sums that are to be paid."""
_CHANGED = re.compile(r"\b(?:is|are|be) (?:raised|lowered|increased|reduced|changed|replaced|amended)\b")
"""What was the limit before an amendment."""
_UNBOUNDED = re.compile(r"(?:\b(?:without|no)(?: any)?|[无不]设?) ?$", re.IGNORECASE)
"""What before a limit says that there is none."""


def cap(reading: Reading) -> Found:
    """Return the limit as written, `uncapped` or `excluded`."""
    liable = [match.sentence for match in reading.matches["breach_liability"]]
    near = [
        *liable,
        *(other for sentence in liable for other in reading.following(sentence, 2) if _about(other, reading)),
    ]
    if limit := _limit(near):
        return limit
    free = next((sentence for sentence in near if _NO_LIMIT.search(sentence.text)), None)
    if free is not None:
        return Found("uncapped", free, 0.82)
    answers = [sentence for sentence in liable if not _denies(sentence, reading)]
    excluded = None if answers else _excluded(reading)
    return excluded or Found(ABSENT, None, 0.6)


def _about(sentence: Sentence, reading: Reading) -> bool:
    """Say whether a sentence after that of the liability goes on about it, and not about what the customer owes."""
    says = _PAYS.search(sentence.text) or _LIMITING.search(sentence.text)
    return says is not None and bound(sentence, says.start(), reading.parties) != "customer"


def _limit(sentences: Sequence[Sentence]) -> Found | None:
    for pattern, amount in _LIMITS:
        for sentence in sentences:
            for found in pattern.finditer(sentence.text):
                late = _LATE.search(re.split("[,;]", sentence.text[: found.start()])[-1])
                unlimited = _UNBOUNDED.search(sentence.text[: found.start()])
                if amount.search(found[1]) and not late and not unlimited and not _CHANGED.search(found[1]):
                    return Found(re.sub(r"^(?:the|a|an) |^违约金", "", found[1].strip(" .")), sentence, 0.8)
    return None


def _excluded(reading: Reading) -> Found | None:
    """Return the sentence by which the vendor answers for nothing."""
    said = next((sentence for sentence in reading.text if _denies(sentence, reading)), None)
    return Found("excluded", said, 0.75) if said else None


def _denies(sentence: Sentence, reading: Reading) -> bool:
    """Say whether a sentence frees the vendor, from more than what follows from a loss and than acts of god."""
    match = _NONE.search(sentence.text)
    if match is None or _SAY("force_majeure").search(f"{sentence.heading} {sentence.text}"):
        return False
    partly = _SAY("indirect").search(sentence.text) and not _SAY("whole").search(sentence.text)
    return (
        bool(_PAYS.search(sentence.text))
        and not partly
        and bound(sentence, match.end() - 1, reading.parties) == "vendor"
    )
