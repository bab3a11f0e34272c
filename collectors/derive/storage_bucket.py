"""Derived facts of a bucket: level, country, where assets lie in it, its lifecycle, accounts let in."""

from __future__ import annotations

from collections.abc import Sequence

from assay.derive import Derivation, Derivations, Missing, Record, View

from . import classification
from .outsiders import OUTSIDERS
from .reading import unread
from .regions import country

_ASSETS = ("data_asset", "location_ids")
_RULES = ("lifecycle_rule", "bucket_id")


def _assets(bucket: Record, view: View) -> Sequence[Record]:
    return view.where(*_ASSETS, bucket["id"])


def _rules(bucket: Record, view: View) -> Sequence[Record]:
    return view.where(*_RULES, bucket["id"])


def _data_level(bucket: Record, view: View) -> object:
    return classification.data_level(bucket, _assets(bucket, view), view)


def _asset_prefixes(bucket: Record, view: View) -> object:
    """Asset to the prefix that it fills; an asset whose prefixes could not be read has none here."""
    names = (bucket["id"], *bucket.get("aliases", ()))
    made = {}
    for asset in _assets(bucket, view):
        # A register that keeps silent about prefixes says that the asset fills the whole bucket.
        if "bucket_prefixes" in asset or unread(asset, "bucket_prefixes").reason == "not_in_source":
            prefixes = asset.get("bucket_prefixes", {})
            made[asset["id"]] = next((prefixes[name] for name in names if name in prefixes), "")
    return made


def _lifecycle_state(bucket: Record, view: View) -> object:
    """Say what a collector would: nothing, unless every rule of the bucket was read."""
    whole = _whole_lifecycle(bucket, view)
    if isinstance(whole, Missing):
        return whole
    rules = _rules(bucket, view)
    if any(rule.get("enabled") is True for rule in rules):
        return "present"
    return next((unread(rule, "enabled") for rule in rules if "enabled" not in rule), "none")


def _lifecycle_read(bucket: Record, view: View) -> object:
    """Say that the snapshot holds every lifecycle rule of the bucket."""
    match bucket.get("lifecycle_state"):
        case "none":
            return True
        case "present":
            # An enabled rule was seen: a snapshot that holds none lacks some.
            return any(rule.get("enabled", True) for rule in _rules(bucket, view)) or Missing("partial")
    return _whole_lifecycle(bucket, view)


def _whole_lifecycle(bucket: Record, view: View) -> object:
    why = unread(bucket, "lifecycle_state")
    if why.reason != "not_in_source":
        return why
    return view.complete("lifecycle_rule", "bucket_id") or Missing("partial")


DERIVED: Derivations = {
    "country": Derivation(country),
    "normalised_tags": Derivation(classification.normalised_tags),
    "data_level": Derivation(_data_level, uses=[_ASSETS]),
    "judged_level": Derivation(classification.judged_level),
    "asset_prefixes": Derivation(_asset_prefixes, uses=[_ASSETS]),
    "lifecycle_state": Derivation(_lifecycle_state, uses=[_RULES]),
    "lifecycle_read": Derivation(_lifecycle_read, uses=[_RULES]),
    **OUTSIDERS,
}
