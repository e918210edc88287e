"""What only Slack's adapter says."""

from __future__ import annotations

TEXTS = {
    "slack.installed": "{app} ist in {team} installiert",
    "slack.installed.next": "In Slack dorthin einladen, wo gelesen wird: /invite @Communiqué. "
    "Dann kommen drei Fragen und ein erstes Briefing.",
    "slack.not_installed": "{app} wurde nicht installiert",
    "slack.not_installed.kept": "Von diesem Versuch ist nichts gespeichert.",
    "slack.denied": "In Slack wurde es nicht erlaubt.",
    "slack.stale": "Dieser Browser hat es nicht begonnen, oder es ist vorbei oder hat über zehn Minuten "
    "gedauert.",
    "slack.refused": "Slack hat abgelehnt: {reason}.",
    "slack.away": "Slack hat nicht geantwortet.",
    "slack.install_again": "Neu beginnen: {path}.",
    "slack.details": "Einzelheiten: {title}",
    "slack.working": "In Arbeit …",
    "slack.problem": "⚠ {what}",
    "slack.follows": "In Arbeit: Die Antwort folgt.",
    "slack.stopped": "Der Bot wurde beendet, ehe die Antwort fertig war. In einer Minute neu fragen.",
    "slack.too_late": "Das Formular ließ sich nicht öffnen",
    "slack.too_late.todo": "Mit dieser Schaltfläche öffnen",
    "slack.not_yours": "Zu diesem Kanal besteht kein Zugang mehr",
}
