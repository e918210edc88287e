"""German."""

from __future__ import annotations

from types import MappingProxyType

from bot.texts.german import (
    accounts,
    chat,
    deadlines,
    digest,
    fetching,
    forms,
    refusals,
    slack,
    sources,
    terminal,
)
from bot.texts.words import Noun, Words

GERMAN = Words(
    name="Deutsch",
    messages=MappingProxyType(
        digest.TEXTS
        | deadlines.TEXTS
        | chat.TEXTS
        | forms.TEXTS
        | sources.TEXTS
        | fetching.TEXTS
        | accounts.TEXTS
        | refusals.TEXTS
        | slack.TEXTS
        | terminal.TEXTS
    ),
    nouns=MappingProxyType(
        {
            "article": Noun("Artikel", "Artikel", "Artikeln"),
            "item": Noun("Eintrag", "Einträge", "Einträgen"),
            "source": Noun("Quelle", "Quellen"),
            "story": Noun("Ereignis", "Ereignisse", "Ereignissen"),
            "day": Noun("Tag", "Tage", "Tagen"),
            "hour": Noun("Stunde", "Stunden"),
            "minute": Noun("Minute", "Minuten"),
            "deadline": Noun("Termin", "Termine", "Terminen"),
            "revision": Noun("Fassung", "Fassungen"),
            "duplicate": Noun("Beinahe-Dublette", "Beinahe-Dubletten"),
            "line": Noun("Zeile", "Zeilen"),
            "question": Noun("Frage", "Fragen"),
            "send": Noun("Sendung", "Sendungen"),
            "job": Noun("Aufgabe", "Aufgaben"),
            "worker": Noun("Arbeitsprozess", "Arbeitsprozesse", "Arbeitsprozessen"),
            "point": Noun("Punkt", "Punkte", "Punkten"),
        }
    ),
    weekdays=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    thousands=".",
)
