"""Findings: one for every (check, resource) pair, built and encoded where the answer was given."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from assay.check import Check, Words
from assay.engines.protocol import Answer
from assay.finding import Finding
from assay.judging.joins import Joined
from assay.judging.normalise import Derived
from assay.judging.plan import Plan
from assay.snapshot.record import ENGINE_KEYS

NAMED = 3
"""Records named in one reason at most."""
SHOWN = 20
"""Unread facts listed in one finding at most."""

_PLACEHOLDER = re.compile(r"\{([A-Za-z0-9_]+)(\.expected)?\}")

REASONS: Mapping[str, Words] = {
    "policy_error": {"en": "the policy failed on this batch", "zh-CN": "策略在此批次执行失败"},
    "engine_lost": {
        "en": "the engine was lost or ran out of time on this resource's batch",
        "zh-CN": "引擎在处理该资源所在批次时丢失或超时",
    },
}


def fingerprint(check: str, resource: str, place: Mapping[str, Any] | None = None) -> str:
    """Name a finding across runs: by check and resource, never by severity, text or order.

    An id that holds the address in the code counts from there: what stands before it tells apart files that are
    judged together, and file and address stand beside the fingerprint anyway.
    """
    address = str((place or {}).get("address", ""))
    name = resource[resource.index(address) :] if address and address in resource else resource
    return hashlib.sha256(f"{check}\0{name}".encode()).hexdigest()[:32]


class Builder:
    """Builds the findings of one check on the resources of one batch."""

    def __init__(self, plan: Plan, check: Check) -> None:
        self._plan = plan
        self._check = check
        self._messages = plan.messages.get(check.policy, {})
        self._reads = set(plan.reads.get(check.policy, ()))
        self._plain = {code: words for code, words in self._messages.items() if not _has_placeholder(words)}

    def build(self, record: Derived, answer: Answer, joined: Joined) -> Finding:
        """Build one finding: the reason in words, the evidence with its basis, what was unread with its cause."""
        whole, check = record.whole(), self._check
        evidence = [self._shown(item, record, joined) for item in answer.evidence]
        if answer.verdict == "unknown":
            evidence += self._unread(whole, joined)
        return Finding(
            check=check.id,
            control=check.control,
            kind=check.kind,
            resource=whole["id"],
            source=whole["source"],
            verdict=answer.verdict,
            disposition="open",
            severity=check.severity_of(whole) if check.severity_when else check.severity,
            reason=self._plain.get(answer.reason) or self._words(answer),
            evidence=evidence,
            location=whole.get("place"),
            fingerprint=fingerprint(check.id, whole["id"], whole.get("place")),
            first_seen=None,
            collected_at=whole["collected_at"],
        )

    def _words(self, answer: Answer) -> Words:
        words = self._messages.get(answer.reason) or REASONS.get(answer.reason)
        if words is None:
            return {"en": answer.reason, "zh-CN": answer.reason}
        values = {str(item["field"]).rsplit("/", 1)[-1]: item for item in reversed(answer.evidence)}
        return {language: _fill(text, values) for language, text in words.items()}

    def _shown(self, item: Mapping[str, Any], record: Derived, joined: Joined) -> dict[str, Any]:
        """Add the basis of the fact that the policy names by its pointer."""
        parts = str(item["field"]).split("/")
        if len(parts) > 3 and parts[1] in joined.records:
            # An id may hold slashes itself, so the field is the last part and the id all between.
            id = "/".join(parts[2:-1])
            other = joined.records[parts[1]].get(id)
            return {**item, "basis": self._basis(other, parts[-1])} if other else dict(item)
        return {**item, "basis": self._basis(record, parts[1] if len(parts) > 1 else "")}

    def _basis(self, record: Derived, name: str) -> str:
        whole = record.whole()
        if name in record.derived or name not in whole:
            return "derived"  # made between collecting and judging, or by the policy itself
        own = whole.get("basis_of")
        if own and name in own:
            return str(own[name])
        source = self._plan.sources.get(whole["source"])
        return source.basis if source else "observed"

    def _unread(self, whole: Mapping[str, Any], joined: Joined) -> list[dict[str, Any]]:
        """List what the policy reads and could not: fields of the resource, of those it refers to, kinds in part."""
        listed = [{"field": f"/{item['field']}", **_cause(item)} for item in self._missing(self._check.kind, whole)]
        for kind, ids in joined.reached(self._check, whole["id"]).items():
            for id in ids:
                other = joined.related[kind][id]
                listed += [{"field": f"/{kind}/{id}/{i['field']}", **_cause(i)} for i in self._missing(kind, other)]
            if not joined.complete.get(kind, False):
                listed.append({"field": f"/{kind}", **_cause(self._why(kind, joined))})
        return listed[:SHOWN]

    def _why(self, kind: str, joined: Joined) -> dict[str, str]:
        """Say why absence is no fact for a kind: it was not read, or in part, or a record names nobody."""
        if self._plan.complete.get(kind, False):
            return {"reason": "partial", "operation": _nobodys(joined.lacking.get(kind, ()))}
        reason, operation = self._plan.incomplete.get(kind, ["not_in_source", ""])
        return {"reason": reason, "operation": operation}

    def _missing(self, kind: str, whole: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Return the unread fields that the policy reads; one that nobody tried is `not_in_source`."""
        listed = {item["field"]: item for item in whole["unread"]}
        known = self._plan.schemas[kind]["properties"]
        # What a program notes beside the facts is no fact that somebody could have read.
        fields = {name for name in self._reads & known.keys() if not known[name].get("x-detected")}
        wanted = fields - whole.keys() - ENGINE_KEYS
        return [listed.get(name, {"field": name, "reason": "not_in_source"}) for name in sorted(wanted)]


def _nobodys(ids: Sequence[str]) -> str:
    """Name the records that may be anybody's, the first few of them."""
    if not ids:
        return "a record does not say to whom it belongs"
    more = f" and {len(ids) - NAMED} more" if len(ids) > NAMED else ""
    return f"to whom it belongs is not known of {', '.join(ids[:NAMED])}{more}"


def _cause(item: Mapping[str, Any]) -> dict[str, Any]:
    return {"unread": item["reason"]} | ({"operation": item["operation"]} if item.get("operation") else {})


def _has_placeholder(words: Words) -> bool:
    return any(_PLACEHOLDER.search(text) for text in words.values())


def _fill(text: str, values: Mapping[str, Mapping[str, Any]]) -> str:
    def value(match: re.Match[str]) -> str:
        item = values.get(match[1])
        key = "expected" if match[2] else "actual"
        return match[0] if item is None or key not in item else _plain_value(item[key])

    return _PLACEHOLDER.sub(value, text)


def _plain_value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case list():
            return ", ".join(map(_plain_value, value)) or "[]"
        case _:
            return str(value)
