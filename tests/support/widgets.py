"""A pack of a test's own, about widgets and people: small, quick to load, and free to misbehave."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assay.collector import Resource
from assay.loading import Content, assemble
from assay.pack import Pack, bundled
from assay.snapshot.reader import Snapshot
from assay.snapshot.record import ENGINE_KEYS
from assay.snapshot.writer import SnapshotWriter

TAKEN_AT = "2026-11-21T04:00:00Z"
FIELDS: Mapping[str, Mapping[str, Any]] = {
    "widget": {
        "size": {"type": "integer"},
        "color": {"enum": ["red", "green", "none"]},
        "owner_id": {"type": "string", "x-ref": ["person"]},
        "part_ids": {"type": "array", "items": {"type": "string"}, "x-ref": ["widget"]},
        "email": {"type": "string"},
        "price": {"type": "number"},
        "free": {},
    },
    "person": {
        "email": {"type": "string"},
        "boss_id": {"type": "string", "x-ref": ["person"]},
        "widget_ids": {"type": "array", "items": {"type": "string"}, "x-ref": ["widget"]},
        "level": {"type": "integer"},
    },
}

SIZED = """
_verdict(widget, _) := verdict.fail("too_big", [{"field": "/size", "actual": widget.size}]) if {
	widget.size > input.parameters.most
}

else := verdict.pass([{"field": "/size", "actual": widget.size}]) if {
	widget.size <= input.parameters.most
}

else := verdict.unknown("size_unread")
"""
"""The body of a policy as it should be."""

VERDICTS = "verdicts[widget.id] := _verdict(widget, input.parameters) if some widget in input.resources\n"


def words(text: str) -> dict[str, str]:
    """Return a text in both languages."""
    return {"en": text, "zh-CN": f"{text} (中文)"}


def rego(package: str, body: str, verdicts: str = VERDICTS, imports: Sequence[str] = ("data.lib.verdict",)) -> str:
    """Return the source of a policy whose line 1 names the package and line 3 imports the verdicts."""
    imported = "".join(f"import {name}\n" for name in imports)
    return f"package {package}\n\n{imported}\n{verdicts}{body}"


@dataclass(frozen=True)
class SmallPack:
    """A pack that is written as a test goes along; YAML files are written as JSON, which is YAML too."""

    root: Path

    def write(self, path: str, text: str) -> Path:
        """Write any file of the pack."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
        return target

    def kind(self, name: str, fields: Mapping[str, Any] | None = None) -> None:
        """Describe a kind; the engine's own keys are those of every kind."""
        model = json.loads((bundled() / "policies/schemas/storage_bucket.json").read_text("utf-8"))
        own = {key: model["properties"][key] for key in sorted(ENGINE_KEYS & model["properties"].keys())}
        described = {**model, "title": name, "x-title": words(name)}
        described["properties"] = own | dict(FIELDS[name] if fields is None else fields)
        self.write(f"policies/schemas/{name}.json", json.dumps(described))

    def policy(self, package: str, body: str = SIZED, messages: Iterable[str] = (), **more: Any) -> Path:
        """Write a policy and its messages."""
        topic, _, name = package.rpartition(".")
        folder = f"policies/{topic.replace('.', '/')}/{name}"
        codes = {code: words(code) for code in ("pass", "too_big", "size_unread", *messages)}
        self.write(f"{folder}/messages.yaml", json.dumps(codes))
        return self.write(f"{folder}/{name}.rego", rego(package, body, **more))

    def check(self, id: str, policy: str = "widgets.size", kind: str = "widget", **more: Any) -> Path:
        """Write a check and, where it is new, its control."""
        made: dict[str, Any] = {"id": id, "control": "WID-01", "kind": kind, "policy": policy, "severity": "high"}
        made |= {name: words(f"{name} of {id}") for name in ("title", "why", "remedy")}
        made |= {"parameters": {"most": {"default": 10, "clause": None}}}
        self.write("checks/controls/WID-01.yaml", json.dumps({"id": "WID-01"} | _CONTROL))
        return self.write(f"checks/widgets/{id}.yaml", json.dumps(made | more))

    def derive(self, kind: str, source: str) -> None:
        """Write the derivations of a kind."""
        for folder in ("collectors", "collectors/derive"):
            if not (self.root / folder / "__init__.py").exists():
                self.write(f"{folder}/__init__.py", '"""A test."""\n\nNAMES = ()\n')
        self.write(f"collectors/derive/{kind}.py", source)

    def content(self) -> Content:
        """Load this pack alone, without the bundled one."""
        return assemble([Pack.open(self.root)])


_CONTROL = {"title": words("widgets"), "objective": words("widgets are small")}


def small_pack(root: Path) -> SmallPack:
    """Write a pack with two kinds, one policy and one check."""
    pack = SmallPack(root)
    shutil.copytree(bundled() / "policies/lib/verdict", root / "policies/lib/verdict")
    pack.kind("widget")
    pack.kind("person")
    pack.policy("widgets.size")
    pack.check("WID-01.1")
    return pack


def resource(id: str, aliases: Sequence[str] = (), unread: Mapping[str, str] | None = None, **facts: Any) -> Resource:
    """Return a resource of these facts."""
    made = Resource(id, f"the {id}", facts, aliases=list(aliases))
    for name, reason in (unread or {}).items():
        made.miss(name, reason, "a:Read")
    return made


def snapshot(
    folder: Path,
    content: Content,
    resources: Mapping[str, Iterable[Resource]],
    incomplete: Sequence[str] = (),
    **settings: Any,
) -> Snapshot:
    """Write a snapshot of one source, `shop`, which feeds the kinds given, and open it."""
    header = {"estate": "A shop", "taken_at": TAKEN_AT, "settings": {"timezone": "Asia/Shanghai", **settings}}
    with SnapshotWriter(folder, header, content.schemas) as writer:
        source = writer.source("shop", "shelf", "observed")
        source.feeds(list(resources))
        source.read("a:List", "shop", "ok")
        for kind, found in resources.items():
            for item in found:
                source.resource(kind, item)
        for kind in incomplete:
            source.incomplete(kind, "denied", "a:List")
        writer.commit()
    return Snapshot.open(folder)
