"""`assay contract`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assay.cli.options import Common, common

if TYPE_CHECKING:
    from assay.snapshot.reader import Snapshot


@click.group("contract")
def command() -> None:
    """Contract documents: what a detector found in them, and what a person makes of it."""


@command.command("review")
@click.argument("snapshot", type=click.Path(path_type=Path))
@click.option("--reviews", "path", type=click.Path(path_type=Path), default="reviews.yaml", help="Answers, kept here.")
@click.option("--resource", "id", metavar="ID", help="The contract that is answered for.")
@click.option("--answer", "answers", multiple=True, metavar="FIELD=VALUE", help="What the text says, repeatable.")
@click.option("--by", metavar="NAME", help="Who read it.")
@click.option("--date", "day", metavar="DAY", help="When (today).")
@click.option("--note", help="What else should be known.")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text")
@common
def review(common: Common, snapshot: Path, path: Path, form: str, **given: Any) -> int:
    """List what in the contracts of SNAPSHOT needs a person; with --answer, keep what that person says.

    An answer is kept with name and date; name the file as `reviews:` of the source, and it stands in the next snapshot.
    """
    from assay import reviews, unsettled
    from assay.loading import load
    from assay.snapshot.reader import Snapshot

    opened = Snapshot.open(snapshot)
    if given["answers"] or given["id"]:
        made = _answered(common, opened, given)
        reviews.add(path, made)
        common.say(f"assay: wrote {path}: {len(made)} answers by {given['by']}")
        return 0
    known = reviews.load(path) if path.exists() else []
    asked = [item for _, record in _documents(opened) for item in reviews.questions(record, known)]
    parties = unsettled.parties(opened, load([Path(pack) for pack in common.packs]))
    asked += [item for item in parties if item.field not in reviews.answered(item.document, known)]
    if form == "json":
        click.echo(json.dumps([vars(item) for item in asked], ensure_ascii=False, indent=2))
        return 0
    for item in asked:
        click.echo("\n".join(_told(item)))
    common.say(f"assay: {len(asked)} facts need a person; answer with --resource ID --answer FIELD=VALUE --by NAME")
    return 0


def _told(item: Any) -> Iterator[str]:
    from assay.text import one_line

    found = "" if item.value is None else f": {json.dumps(item.value, ensure_ascii=False)}"
    yield one_line(f"{item.resource}  {item.field}{found}  ({item.why})")
    if item.quote:
        yield one_line(f"    {item.where}: {item.quote}")


def _answered(common: Common, opened: Snapshot, given: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the answers as reviews, each held against the schema of its kind."""
    from assay.errors import UsageError
    from assay.loading import load

    if not (given["id"] and given["answers"] and given["by"]):
        raise UsageError("an answer needs --resource ID, --answer FIELD=VALUE and --by NAME")
    found = {name: (kind, record) for kind, record in _documents(opened) for name in _names(record)}
    if given["id"] not in found:
        from assay.suggest import unknown

        raise UsageError(unknown("contract", given["id"], found))
    kind, record = found[given["id"]]
    fields = _fields(load([Path(pack) for pack in common.packs]).schemas, kind, record)
    about = {"document_sha256": record["document_sha256"], "by": given["by"], "date": _day(given["day"])}
    about |= {"note": given["note"]} if given["note"] else {}
    return [{**about, **_answer(item, fields)} for item in given["answers"]]


def _names(record: Mapping[str, Any]) -> list[str]:
    return [record["id"], *record.get("aliases", ())]


def _fields(schemas: Mapping[str, Any], kind: str, record: Mapping[str, Any]) -> dict[str, Any]:
    """Return what may be answered for; what a document is that nobody could read, the answers say."""
    own: dict[str, Any] = schemas[kind]["properties"]
    others = [described["properties"] for described in schemas.values() if record.get("text_extracted") is False]
    documents = [properties for properties in others if "document_sha256" in properties]
    return {name: field for properties in documents for name, field in properties.items()} | own


def _answer(text: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    from assay import schema, yaml_reader
    from assay.errors import UsageError

    name, equals, value = text.partition("=")
    if not equals:
        raise UsageError(f"--answer: {text!r} is not of the form FIELD=VALUE")
    if name not in fields:
        raise UsageError(f"--answer: {schema.unknown_key(name, fields)}")
    parsed = yaml_reader.parse(value.encode(), "--answer").value
    for _, mistake in schema.mistakes(fields[name], parsed):
        raise UsageError(f"--answer: {name}: {mistake}")
    return {"field": name, "value": parsed}


def _day(text: str | None) -> str:
    from assay import dates
    from assay.errors import UsageError

    try:
        return (date.fromisoformat(text) if text else dates.now().date()).isoformat()
    except ValueError:
        raise UsageError(f"--date: {text} is no day") from None


def _documents(opened: Snapshot) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (kind, record) of what was read from a document."""
    from assay import codec

    for kind in opened.kinds:
        with opened.path(kind).open("rb") as lines:
            for line in lines:
                if b'"document_sha256"' in line:
                    yield kind, codec.decode(line)
