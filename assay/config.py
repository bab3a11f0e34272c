"""`assay.yaml`: read, checked by its schema and by those of the collectors, before anything runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from assay import dates, schema, yaml_reader
from assay.collector import Collector
from assay.environment import Secrets, holds_password
from assay.errors import ConfigError, PackError, UsageError
from assay.loading import Content
from assay.suggest import nearest
from assay.yaml_reader import Document

ABOUT = "organization"
"""The key that holds facts about the estate itself: one resource of the kind of that name, with this id."""

DEFAULTS: Mapping[str, Any] = {
    "timezone": "Asia/Shanghai",
    "profile": ["cn_baseline"],
    "fail_on": "high",
    "allow_unknown": False,
    "engine": "embedded",
    "jobs": 1,
}


@dataclass(frozen=True)
class SourceEntry:
    """One entry under `sources:`."""

    name: str
    collector: str
    options: Mapping[str, Any]
    """As written; `check_sources` puts in what `${NAME}` stands for."""
    line: int


@dataclass
class Config:
    """What the estate's file says, with where each value came from."""

    path: Path
    values: dict[str, Any]
    origins: dict[str, str] = field(default_factory=dict)
    """Key to `FILE:LINE` or `default`."""
    sources: list[SourceEntry] = field(default_factory=list)
    secrets: Secrets = field(default_factory=Secrets)

    @property
    def folder(self) -> Path:
        """The folder of the file; relative paths start here."""
        return self.path.parent

    @property
    def profiles(self) -> list[str]:
        """The profiles in the order in which they apply."""
        given = self.values["profile"]
        return [given] if isinstance(given, str) else list(given)

    def settings(self) -> dict[str, Any]:
        """What judging needs, kept in the snapshot so that it stands alone."""
        kept: dict[str, Any] = {"timezone": self.values["timezone"], "profiles": self.profiles}
        return kept | {name: self.values[name] for name in ("language", "parameters", "max_age") if name in self.values}


def find(given: Path | None) -> Path:
    """Return the configuration file: the given one, else `assay.yaml` here; raises `ConfigError`."""
    path = given or Path("assay.yaml")
    if path.is_dir():
        path /= "assay.yaml"
    if not path.is_file():
        raise ConfigError(f"{path}: is not there; make one with `assay init`, or name it with -c")
    return path


def load(path: Path) -> Config:
    """Read and check the file itself; raises `ConfigError` with file and line."""
    document = yaml_reader.load_with_lines(path)
    if not isinstance(document.value, dict):
        raise ConfigError(f"{path}:1: is no configuration; it starts with `estate: NAME`")
    for where, mistake in schema.mistakes(schema.own("config"), document.value):
        raise ConfigError(f"{_place(path, document, where)}: {mistake}")
    config = Config(path, {**DEFAULTS, **document.value})
    for key in config.values:
        config.origins[key] = f"{path}:{document.line(key)}" if key in document.value else "default"
    try:
        dates.zone(config.values["timezone"])
    except UsageError as error:
        raise ConfigError(f"{path}:{document.line('timezone')}: {error}") from None
    _sources(config, document)
    return config


def check_sources(config: Config, content: Content) -> dict[str, Collector]:
    """Check every source against its collector's options; returns the collectors by source name.

    Raises `ConfigError` with file and line, and the nearest known name for an unknown one.
    """
    _check_about(config, content)
    found: dict[str, Collector] = {}
    config.sources = [_substituted(config, entry) for entry in config.sources]
    for entry in config.sources:
        place = f"{config.path}:{entry.line}: source {entry.name}"
        try:
            collector: Collector = content.find("collectors", entry.collector).COLLECTOR
        except PackError as error:
            raise ConfigError(f"{place}: {error}") from None
        for where, mistake in schema.mistakes(_options(collector), dict(entry.options)):
            raise ConfigError(f"{place}: {'.'.join(map(str, where)) or 'options'}: {mistake}")
        found[entry.name] = collector
    _check_ages(config, found)
    return found


def _sources(config: Config, document: Document) -> None:
    names: dict[str, int] = {}
    for number, given in enumerate(config.values.get("sources") or []):
        line = document.line("sources", number)
        if given["name"] in names:
            raise ConfigError(
                f"{config.path}:{line}: the source name {given['name']!r} is taken in line {names[given['name']]}"
            )
        names[given["name"]] = line
        options = {key: value for key, value in given.items() if key not in ("name", "collector")}
        config.sources.append(SourceEntry(given["name"], given["collector"], options, line))


def _substituted(config: Config, entry: SourceEntry) -> SourceEntry:
    """Put in what the environment holds, only now: a source that is left out needs none of its secrets."""
    where = f"{config.path}:{entry.line}: source {entry.name}"
    return replace(entry, options=config.secrets.substitute(dict(entry.options), where))


def literal_passwords(config: Config) -> list[str]:
    """Return one line for each option, as written, that holds a password itself instead of the `${NAME}` of one."""
    return [
        f"{config.path}:{entry.line}: source {entry.name}: {name} holds a password; put it into the environment "
        "and write ${NAME} here"
        for entry in config.sources
        for name, value in entry.options.items()
        if isinstance(value, str) and holds_password(value)
    ]


def _check_about(config: Config, content: Content) -> None:
    """Check the facts of the organisation by the kind's schema."""
    fields = content.schemas.get(ABOUT, {}).get("properties", {})
    described = {"type": "object", "additionalProperties": False, "properties": fields}
    for where, mistake in schema.mistakes(described, config.values.get(ABOUT, {})):
        raise ConfigError(f"{config.origins[ABOUT]}: {ABOUT}.{'.'.join(map(str, where))}: {mistake}")


def _check_ages(config: Config, collectors: Mapping[str, Collector]) -> None:
    known = {*collectors, *(collector.name for collector in collectors.values())}
    for name in config.values.get("max_age", {}):
        if name not in known:
            near = nearest(name, known)
            hint = f"; did you mean {near!r}?" if near else ""
            raise ConfigError(f"{config.path}: max_age: {name!r} is no source and no collector in use{hint}")


def _options(collector: Collector) -> dict[str, Any]:
    given = dict(collector.options)
    required: Sequence[str] = given.pop("required", ())
    properties = given.pop("properties", given)
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def _place(path: Path, document: Document, where: tuple[str | int, ...]) -> str:
    shown = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in where).lstrip(".")
    return f"{path}:{document.line(*where)}: {shown}" if shown else f"{path}:{document.line()}"
