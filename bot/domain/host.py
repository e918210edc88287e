"""Hosts in the one form in which they are asked."""

from __future__ import annotations


def ascii_host(host: str) -> str:
    """A host in small letters, without letters beyond ASCII: `xn--mnchen-3ya.example` for `München.example`.

    As the names of the web are looked up (IDNA, UTS 46); one that cannot be a name stays as it is written.
    """
    if host.isascii():
        return host.lower()
    from yarl import URL  # late: few hosts need it

    try:
        return URL.build(scheme="http", host=host).raw_host or host
    except ValueError:
        return host.lower()
