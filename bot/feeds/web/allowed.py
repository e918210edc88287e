"""What the settings let be asked although it is not public."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


PORTS = frozenset({80, 443})
"""Ports that a public server may be asked on: any other would make us a port scanner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """What may be asked although it is not public: networks and hosts by name, on any port.

    `ports` are those on which public servers may be asked.
    """

    networks: tuple[Network, ...] = ()
    hosts: frozenset[str] = frozenset()
    ports: frozenset[int] = PORTS

    @classmethod
    def read(cls, entries: Iterable[str], ports: Iterable[int] = PORTS) -> Allowed:
        """From entries such as `10.1.0.0/16`, `127.0.0.1` or `feeds.example`; raise ValueError."""
        networks: list[Network] = []
        hosts: set[str] = set()
        for entry in entries:
            text = entry.strip().lower()
            try:
                networks.append(ip_network(text))
            except ValueError:
                if not text or set(text) & set("/: "):
                    raise ValueError(f"{entry!r} is neither a network nor a host without a port") from None
                hosts.add(text.rstrip("."))
        return cls(networks=tuple(networks), hosts=frozenset(hosts), ports=frozenset(ports))

    def host(self, name: str) -> bool:
        """Whether that name may lead anywhere."""
        return name.lower().rstrip(".") in self.hosts

    def address(self, address: Address) -> bool:
        """Whether that address is in a network that is named."""
        return any(address in network for network in self.networks if network.version == address.version)
