"""Feeds whose form is broken: what can be read is kept."""

from __future__ import annotations

from bot.domain.source import Health
from tests.fakes.zoo.animal import PIER, Animal, Answer, Told, item, one, plain, rss

TWO = Told(title="Pier two opens", text="Pier one", path="/2")

BOMB = "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {name} '{f'&{inner};' * 10}'>" for inner, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def _mangled(name: str, body: str | bytes, type: str = "application/rss+xml") -> Animal:
    return Animal(name=name, answers={"feed": Answer(body=body, type=type)}, health=Health.MANGLED)


BROKEN: tuple[Animal, ...] = (
    one(
        "bare_ampersands",
        item("AT&T & co", "Q&A: r&d"),
        told=Told(title="AT&T & co", text="Q&A: r&d", path="/1"),
    ),
    one(
        "entities_of_html",
        item("Caf&eacute;&nbsp;opens", "It&rsquo;s &euro;5"),
        told=Told(title="Café opens", text="It’s €5", path="/1"),
    ),
    one(
        "a_prefix_nobody_declared",
        item(date="", more="<dc:date>2025-11-10T08:30:00+01:00</dc:date><odd:thing odd:a='b'>x</odd:thing>"),
        told=PIER,
    ),
    plain("cut_off_in_the_middle", rss(item(), item("Pier two opens", link="{here}/2"))[:-60], PIER, TWO),
    plain(
        "ends_of_items_missing",
        rss(item(), item("Pier two opens", link="{here}/2", more="")).replace("</item>", ""),
        PIER,
        TWO,
    ),
    plain(
        "an_item_in_a_guid",
        rss(item(more="<guid><item><title>Pier two opens</title></item></guid>")),
        PIER,
        Told(title="Pier two opens", path=None),
    ),
    plain("warnings_before_it", "<br />\n<b>Warning</b>: bad index in x.php\n" + rss(item()), PIER),
    plain("blank_lines_before_it", "\n\n  " + rss(item(), declared="<?xml version='1.0'?>"), PIER),
    plain("junk_behind_it", rss(item()) + "<!-- cached --><script>x()</script>", PIER),
    plain("control_characters", rss(item("Pier\x00 one\x0b opens")), PIER),
    plain("a_comment_before_it", "<!-- <html> --><?xml-stylesheet href='x'?>" + rss(item()), PIER),
    plain("tags_that_do_not_match", rss(item(text="<b>Pier one opened on Monday.</i>")), PIER),
    plain("an_html_type", rss(item()), PIER, type="text/html; charset=utf-8"),
    plain("a_picture_by_type", rss(item()), PIER, type="image/png"),
    plain("a_stream_of_bytes_by_type", rss(item()), PIER, type="application/octet-stream"),
    plain("no_type_at_all", rss(item()), PIER, type=""),
    plain(
        "an_entity_bomb",
        BOMB + "]>" + rss(item("Boom &i;")),
        Told(title="Boom &i;", text="Pier one", path="/1"),
    ),
    plain(
        "a_file_named_by_an_entity",
        "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + rss(item("Key &x;")),
        Told(title="Key &x;", path="/1"),
    ),
    Animal(
        name="too_deep",
        answers={"feed": Answer(body=rss(item(), channel="<a>" * 5_000))},
        health=Health.EMPTY,
    ),
    Animal(name="no_items", answers={"feed": Answer(body=rss())}, health=Health.EMPTY),
    _mangled("nothing_at_all", ""),
    _mangled("a_picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8, type="image/png"),
    _mangled("other_json", '{"error": "not found"}', type="application/json"),
    _mangled("broken_json", '{"items": [', type="application/json"),
    _mangled("json_too_deep", '{"items": ' + "[" * 100_000, type="application/json"),
    _mangled("other_xml", "<?xml version='1.0'?><catalog><thing>x</thing></catalog>", type="text/xml"),
    _mangled("plain_words", "The feed has moved, please write to us.", type="text/plain"),
)
