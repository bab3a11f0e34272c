"""What ranges of addresses let in: everybody, where together they hold every public address."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, collapse_addresses, ip_network

Network = IPv4Network | IPv6Network

#: IPv4 addresses that no one on the internet has; "all but these" is everybody too.
_NOT_PUBLIC = [
    IPv4Network(text)
    for text in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.168.0.0/16 224.0.0.0/3"
    ).split()
]
#: All of IPv6 that has been given out for the internet.
_PUBLIC_V6 = IPv6Network("2000::/3")


def network_of(text: str) -> Network | None:
    """Return a range as written, with or without bits of the host; None where it is none."""
    try:
        return ip_network(text.strip(), strict=False)
    except ValueError:
        return None


def is_everybody(ranges: Iterable[str]) -> bool:
    """Say whether ranges together hold every public address: `0.0.0.0/0`, its two halves, all but the private."""
    networks = [network for network in map(network_of, ranges) if network is not None]
    v4 = [network for network in networks if isinstance(network, IPv4Network)]
    v6 = [network for network in networks if isinstance(network, IPv6Network)]
    all_v4 = bool(v4) and any(network.prefixlen == 0 for network in collapse_addresses([*v4, *_NOT_PUBLIC]))
    return all_v4 or any(network.supernet_of(_PUBLIC_V6) for network in collapse_addresses(v6))
