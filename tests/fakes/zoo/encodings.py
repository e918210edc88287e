"""Feeds in encodings that are declared rightly, wrongly, twice or not at all."""

from __future__ import annotations

import codecs

from bot.domain.source import Health
from tests.fakes.zoo.animal import Animal, Answer, Told, item, plain, rss

CAFE = Told(title="Café “Zur Möwe” – geöffnet", text="Die Möwe öffnet.", path="/1")
RUSSIAN = Told(title="Открыт новый причал", text="Причал открыт в понедельник.", path="/1")
JAPANESE = Told(title="桟橋が開く", text="月曜日に開いた。", path="/1")


def _feed(told: Told, declared: str = "") -> str:
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    return rss(item(told.title, told.text, link="1"), declared=head)


def _of(
    name: str, told: Told, encoding: str, *, declared: str = "", header: str = "", mark: bytes = b""
) -> Animal:
    kind = "application/rss+xml" + (f"; charset={header}" if header else "")
    return plain(name, mark + _feed(told, declared).encode(encoding), told, type=kind)


ENCODINGS: tuple[Animal, ...] = (
    Animal(
        name="half_a_character_in_json",
        answers={
            "feed": Answer(
                body='{"title": "The \\ud83d Quay", "items": [{"id": "\\ud800", "url": "{here}/1", '
                '"title": "Pier \\udfff one", "content_text": "Pier one\\u0000 opened \\ud83d on Monday."}]}'
            )
        },
        told=(Told(title="Pier \ufffd one", text="Pier one opened \ufffd on Monday.", path="/1"),),
        health=Health.UNDATED,
    ),
    _of("utf_8_undeclared", CAFE, "utf-8"),
    _of("utf_8_with_a_mark", CAFE, "utf-8", mark=codecs.BOM_UTF8),
    _of("utf_8_declared_as_latin_1", CAFE, "utf-8", declared="ISO-8859-1"),
    _of("utf_8_that_the_header_calls_latin_1", CAFE, "utf-8", declared="UTF-8", header="ISO-8859-1"),
    _of("windows_1252_declared_as_latin_1", CAFE, "cp1252", declared="ISO-8859-1"),
    _of("windows_1252_declared_as_utf_8", CAFE, "cp1252", declared="UTF-8"),
    _of("windows_1251_by_the_header_alone", RUSSIAN, "cp1251", header="windows-1251"),
    _of("koi8_r_by_its_declaration", RUSSIAN, "koi8-r", declared="koi8-r"),
    _of("shift_jis", JAPANESE, "shift_jis", declared="Shift_JIS"),
    _of("iso_2022_jp", JAPANESE, "iso2022_jp", declared="ISO-2022-JP"),
    _of("utf_16_with_a_mark", JAPANESE, "utf-16-le", declared="utf-16", mark=codecs.BOM_UTF16_LE),
    _of("utf_16_big_without_a_mark", RUSSIAN, "utf-16-be", declared="utf-16"),
    _of("an_encoding_that_does_not_exist", CAFE, "utf-8", declared="x-none", header="x-user-defined"),
    Animal(
        name="one_broken_byte",
        answers={"feed": Answer(body=_feed(CAFE).encode().replace(b"Die ", b"\xffDie "))},
        told=(CAFE,),
    ),
)
