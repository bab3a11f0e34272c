"""Where the regions of cloud providers lie, as ISO 3166-1 alpha-2."""

from __future__ import annotations

from assay.derive import Missing, Record, View

from .reading import unread

_REGIONS = {
    "AE": "me-central-1",
    "AU": "ap-southeast-2 ap-southeast-4",
    "BH": "me-south-1",
    "BR": "sa-east-1",
    "CA": "ca-central-1 ca-west-1",
    "CH": "eu-central-2",
    "CN": "cn-north-1 cn-northwest-1",
    "DE": "eu-central-1 eusc-de-east-1",
    "ES": "eu-south-2",
    "FR": "eu-west-3",
    "GB": "eu-west-2",
    "HK": "ap-east-1",
    "ID": "ap-southeast-3",
    "IE": "eu-west-1",
    "IL": "il-central-1",
    "IN": "ap-south-1 ap-south-2",
    "IT": "eu-south-1",
    "JP": "ap-northeast-1 ap-northeast-3",
    "KR": "ap-northeast-2",
    "MX": "mx-central-1",
    "MY": "ap-southeast-5",
    "NZ": "ap-southeast-6",
    "SE": "eu-north-1",
    "SG": "ap-southeast-1",
    "TH": "ap-southeast-7",
    "TW": "ap-east-2",
    "US": "us-east-1 us-east-2 us-west-1 us-west-2 us-gov-east-1 us-gov-west-1",
    "ZA": "af-south-1",
}
_COUNTRY = {region: country for country, regions in _REGIONS.items() for region in regions.split()}


def country(store: Record, _: View) -> object:
    """Return the country of a store's region; a region that the table lacks is no fact."""
    if "region" not in store:
        return unread(store, "region")
    return _COUNTRY.get(store["region"], Missing("unsupported"))
