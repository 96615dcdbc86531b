"""From which network a request comes, and whose word is taken for it."""

from ipaddress import ip_address, ip_network

import pytest
from starlette.types import Scope

from api.visitor.limits.networks import Network, network_of

PROXY = (ip_network("10.0.0.0/24"),)
MANY: tuple[Network, ...] = (ip_network("10.0.0.0/24"), ip_network("fd00::/8"), ip_network("172.16.0.1"))


def request(client: str | None, *forwarded: str) -> Scope:
    headers = [(b"x-forwarded-for", line.encode("latin-1")) for line in forwarded]
    return {"type": "http", "client": None if client is None else (client, 1234), "headers": headers}


def packed(address: str) -> bytes:
    return ip_address(address).packed


def test_an_ipv4_address_is_a_network_of_its_own() -> None:
    assert network_of(request("192.0.2.7"), ()) == packed("192.0.2.7")
    assert network_of(request("192.0.2.8"), ()) != packed("192.0.2.7")


def test_a_whole_64_of_ipv6_is_one_network() -> None:
    found = {network_of(request(f"2001:db8:1:2::{host:x}"), ()) for host in range(1, 50)}
    assert found == {packed("2001:db8:1:2::")}
    assert network_of(request("2001:db8:1:3::1"), ()) != packed("2001:db8:1:2::")


def test_an_ipv4_address_written_as_ipv6_is_the_same() -> None:
    assert network_of(request("::ffff:192.0.2.7"), ()) == packed("192.0.2.7")


def test_an_interface_name_does_not_matter() -> None:
    assert network_of(request("fe80::1%eth0"), ()) == packed("fe80::")


def test_a_unix_socket_has_no_network() -> None:
    assert network_of(request(None), ()) is None
    assert network_of(request("not-an-address"), ()) is None


@pytest.mark.parametrize("forged", ["203.0.113.9", "10.0.0.1", "127.0.0.1", "garbage"])
def test_without_a_trusted_proxy_the_header_has_no_effect(forged: str) -> None:
    assert network_of(request("192.0.2.7", forged), ()) == packed("192.0.2.7")


def test_the_header_of_somebody_else_than_the_proxy_has_no_effect() -> None:
    assert network_of(request("192.0.2.7", "203.0.113.9"), PROXY) == packed("192.0.2.7")


def test_the_proxy_is_believed_for_the_address_it_saw() -> None:
    assert network_of(request("10.0.0.5", "203.0.113.9"), PROXY) == packed("203.0.113.9")


def test_what_the_visitor_wrote_before_that_is_not() -> None:
    for forged in ("198.51.100.1", "garbage", "198.51.100.1, 198.51.100.2"):
        assert network_of(request("10.0.0.5", f"{forged}, 203.0.113.9"), PROXY) == packed("203.0.113.9")
    assert network_of(request("10.0.0.5", "198.51.100.1", "203.0.113.9"), PROXY) == packed("203.0.113.9")


def test_several_proxies_are_walked_through() -> None:
    found = network_of(request("172.16.0.1", "198.51.100.1, 203.0.113.9, fd00::1, 10.0.0.5"), MANY)
    assert found == packed("203.0.113.9")


def test_a_proxy_that_names_nobody_counts_itself() -> None:
    assert network_of(request("10.0.0.5"), PROXY) == packed("10.0.0.5")
    assert network_of(request("10.0.0.5", "garbage"), PROXY) == packed("10.0.0.5")
