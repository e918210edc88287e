"""Agenda, reminders, wishes and calendars."""

from __future__ import annotations

TEXTS = {
    "agenda.title": "{app} · Termine ab {day}",
    "agenda.moved": "verschoben, zuvor {day}",
    "agenda.disputed": "strittig: auch {days}",
    "agenda.subtitle": "{deadlines} in den nächsten {days:dative}",
    "reminder.title": "{app} · Erinnerung · {day}",
    "reminder.for": "Gewünscht von {reader}",
    "reminder.moved": "Verschoben von {before} auf {after} ({source}): {about}",
    "reminder.called_off": "Abgesagt ({source}): {about}",
    "reminder.back_on": "Findet doch statt ({source}): {about}",
    "reminder.closed.met": "Erledigt ({source}): {about}",
    "reminder.closed.lapsed": "Vorbei ({source}): {about}",
    "reminders.next": "als Nächstes: {at} {zone}, {days} vorher: {about}",
    "reminders.more": "… und {number} weitere",
    "reminders.note": "als Nächstes: {at} {zone}: {about}",
    "reminders.off": "Dieses Terminal wird nicht erinnert: siehe [reminders] in den Einstellungen.",
    "wish.muted": "Keine Erinnerung mehr: {text}",
    "wish.unmuted": "Wieder mit Erinnerung: {text}",
    "wish.remind": "Erinnerung vorgemerkt: {text}",
    "wish.remind.at": "Erinnerung für {at} vorgemerkt: {text}",
    "wish.you": "dir",
    "wish.forgotten": "Keine eigene Erinnerung mehr: {text}",
    "wish.snoozed": "Ruhe bis {day}: {text}",
    "reminders.none": "Keine Erinnerung fällig.",
    "events.left_out": "Kein Platz für mehr Events auf diesem Server: weggelassen sind {deadlines}, die "
    "später sind",
    "events.refused": "Keine Termine als Events auf diesem Server: {reason}. {todo}. Neuer Versuch in einer "
    "Stunde",
    "calendar.name": "{app}: Termine",
    "calendar.quote": "„{quote}“",
    "catchup.since": "Was sich seit {since} geändert hat:",
    "catchup.nothing": "Nichts hat sich geändert.",
    "change.new": "neu",
    "change.updated": "aktualisiert",
    "change.moved": "verschoben",
    "change.disputed": "strittig",
    "change.called_off": "abgesagt",
    "change.met": "erledigt",
    "change.lapsed": "vorbei",
}
