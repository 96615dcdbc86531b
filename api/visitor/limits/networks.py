"""From which network a request comes: the only place where an address is looked at, and it goes no further.

A household or a phone has a whole /64 of IPv6, so that is what counts as one. Behind a proxy the address stands in
`X-Forwarded-For`, which anybody can write: it is believed only when the proxy itself is configured as trusted.
"""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from starlette.types import Scope

Network = IPv4Network | IPv6Network
_IPV6_PREFIX = 64


def network_of(scope: Scope, trusted: Iterable[Network]) -> bytes | None:
    """The network of a request, packed; None where it has none (a Unix socket).

    Args:
        scope: the request.
        trusted: networks of the proxies whose word is taken.
    """
    proxies = tuple(trusted)
    client = scope.get("client")
    if not client:
        return None
    nearest_first = [client[0], *reversed(_forwarded_for(scope))] if proxies else [client[0]]
    found = None
    for written in nearest_first:
        packed = _packed(written)
        if packed is None:
            break  # not an address: what stands before it was not written by a proxy of ours
        found = packed
        if not _is_in(written, proxies):
            break
    return found


def _forwarded_for(scope: Scope) -> list[str]:
    lines = [value.decode("latin-1") for name, value in scope["headers"] if name == b"x-forwarded-for"]
    return [entry.strip() for entry in ",".join(lines).split(",") if entry.strip()]


def _packed(written: str) -> bytes | None:
    try:
        address = _plain(written)
    except ValueError:
        return None
    if isinstance(address, IPv6Address):
        return ip_network((address, _IPV6_PREFIX), strict=False).network_address.packed
    return address.packed


def _is_in(written: str, networks: tuple[Network, ...]) -> bool:
    address = _plain(written)
    return any(address.version == network.version and address in network for network in networks)


def _plain(written: str) -> IPv4Address | IPv6Address:
    address = ip_address(written.partition("%")[0])
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address
