"""Which addresses may be asked: public ones, and what the settings name beside them.

A host is judged by the address that is connected to, never by its name; a name is only looked at where it
says by itself that it is not public. The ranges are those of IANA's special-purpose registries (RFC 6890 and
its updates), those of tunnels that nobody needs any more (6to4, Teredo), and 168.63.129.16, which is Azure's
metadata service though its address looks public.
"""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

from yarl import URL

from bot.domain.source import Health
from bot.errors import FetchError
from bot.feeds.web.allowed import Address, Allowed
from bot.texts import say

MOST = 8_000
"""Characters of an address (RFC 9110, 4.1: what every recipient should take)."""

_CLOSED = tuple(
    ip_network(text)
    for text in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "168.63.129.16/32",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",
        "::/128",
        "::1/128",
        "64:ff9b:1::/48",
        "100::/64",
        "100:0:0:1::/64",
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "2620:4f:8000::/48",
        "3fff::/20",
        "5f00::/16",
        "fc00::/7",
        "fe80::/10",
        "fec0::/10",
        "ff00::/8",
    )
)

_OPEN_V6 = IPv6Network("2000::/3")
"""All that is handed out of IPv6 for the public; what lies outside is not (RFC 4291, 2.4)."""

_BYTES, _BYTE = 4, 255
"""An IPv4 address is so many numbers, each so large at the most."""

_LONGEST_NAME, _LONGEST_LABEL = 253, 63
"""Characters of a host's name, and of what stands between two of its dots (RFC 1035, 2.3.4)."""

_COMPATIBLE = IPv6Network("::/96")
_NAT64 = IPv6Network("64:ff9b::/96")
_ISATAP, _ISATAP_MASK = 0x0000_5EFE, 0xFDFF_FFFF
"""The upper half of an ISATAP interface identifier, its universal/local bit aside (RFC 5214, 6.1)."""

_LOCAL_NAMES = (
    "localhost",
    "localdomain",
    "local",
    "internal",
    "intranet",
    "lan",
    "home.arpa",
    "corp",
    "private",
)
"""Names that no public resolver answers (RFC 6761, RFC 6762, RFC 8375, ICANN's reserved .internal)."""

_ADVICE = {
    "fetch.scheme": "source.no_address.fix",
    "fetch.no_host": "source.no_address.fix",
    "fetch.long": "source.no_address.fix",
    "fetch.odd": "source.no_address.fix",
    "fetch.credentials": "fetch.credentials.fix",
    "fetch.port": "fetch.port.fix",
}


@lru_cache(maxsize=4_096)
def checked(url: str, allowed: Allowed) -> URL:
    """The address as it is asked for, without a fragment; raise FetchError (UNSAFE) if it may not be.

    It goes by what is written alone: where a name leads is judged anew at each connection.
    """
    parsed, host = _parsed(url)
    if parsed.scheme not in ("http", "https"):
        raise _unsafe("fetch.scheme", scheme=parsed.scheme[:20])
    if not host:
        raise _unsafe("fetch.no_host")
    if parsed.user is not None or parsed.password is not None:
        raise _unsafe("fetch.credentials")
    named = allowed.host(host)
    literal = literal_of(host)
    if literal is not None and not named:
        require_public(literal, allowed)
    if literal is None and not named:
        _require_public_name(host)
    inside = named or (literal is not None and allowed.address(literal))
    if parsed.port not in allowed.ports and not inside:
        raise _unsafe("fetch.port", port=parsed.port)
    return parsed.with_fragment(None)


def require_public(address: Address, allowed: Allowed) -> None:
    """Raise FetchError (UNSAFE) unless the address is public or allowed."""
    if not (is_public(address) or allowed.address(address)):
        raise _unsafe("fetch.private", address=address)


@lru_cache(maxsize=4_096)
def is_public(address: Address) -> bool:
    """Whether anybody on the internet may be behind it, also behind one that it carries inside."""
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            return False
        inner = _inner(address)
        if inner is not None:
            return is_public(inner)
        if address not in _OPEN_V6:
            return False
    return not any(address in network for network in _CLOSED if network.version == address.version)


def literal_of(host: str) -> Address | None:
    """The address that a host is by itself, also `127.1`, `0x7f000001` or `017700000001`; None for a name."""
    try:
        return ip_address(host.strip("[]"))
    except ValueError:
        return _legacy(host.rstrip("."))


def _legacy(host: str) -> IPv4Address | None:
    """What inet_aton(3) takes: one to four numbers, decimal, octal or hexadecimal, the last one the rest."""
    parts = host.lower().split(".")
    if not 1 <= len(parts) <= _BYTES or not all(parts):
        return None
    try:
        numbers = [_number(part) for part in parts]
    except ValueError:
        return None
    *first, last = numbers
    if any(number > _BYTE for number in first) or last >= 256 ** (_BYTES + 1 - len(parts)):
        return None
    return IPv4Address(sum(number << (24 - 8 * i) for i, number in enumerate(first)) + last)


def _number(text: str) -> int:
    if not text.isascii() or not text.isalnum():
        raise ValueError(text)
    if text.startswith("0x"):
        return int(text[2:] or "0", 16)
    return int(text, 8 if text.startswith("0") and len(text) > 1 else 10)


def _inner(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address leads to: mapped, compatible, NAT64, ISATAP."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    is_isatap = int(address) >> 32 & _ISATAP_MASK == _ISATAP
    if is_isatap or address in _NAT64 or (address in _COMPATIBLE and int(address) > 1):
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return None


def _parsed(url: str) -> tuple[URL, str]:
    """The address and its host, "" if it names none."""
    if len(url) > MOST:
        raise _unsafe("fetch.long", most=MOST)
    text = url.strip()
    if not text.isprintable() or " " in text:  # the one blank that can be printed
        raise _unsafe("fetch.odd", url=url[:80])
    try:
        parsed = URL(text)
        host = parsed.host or ""  # raises for a host that only looks like Punycode
    except ValueError:
        raise _unsafe("fetch.odd", url=url[:80]) from None
    return parsed, host


def _require_public_name(host: str) -> None:
    name = host.lower().rstrip(".")
    if len(name) > _LONGEST_NAME or not all(0 < len(label) <= _LONGEST_LABEL for label in name.split(".")):
        raise _unsafe("fetch.odd", url=host[:80])
    if "%" in name or any(name == local or name.endswith(f".{local}") for local in _LOCAL_NAMES):
        raise _unsafe("fetch.local_name", host=host[:80])


def _unsafe(key: str, **values: object) -> FetchError:
    """`Health.UNSAFE` alone advises a public address: what no such address would mend has its own advice."""
    todo = say(_ADVICE[key]) if key in _ADVICE else ""
    return FetchError(say(key, **values), health=Health.UNSAFE, todo=todo)
