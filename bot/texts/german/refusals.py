"""What a platform that refuses, or does not answer, means, and what helps."""

from __future__ import annotations

TEXTS = {
    "refused.wait": "{platform} will, dass wir warten",
    "refused.failed": "{platform} versagte beim Antworten",
    "refused.for_now": "{platform} hat vorerst abgelehnt",
    "refused.for_good": "{platform} hat abgelehnt",
    "refused.unreachable": "{platform} ist nicht erreichbar: {error}",
    "refused.no_answer": "{platform} hat nicht geantwortet: {error}",
    "refused.no_gateway": "{platform} nennt kein Gateway",
    "refused.no_messages": "Discord nimmt hier keine Nachrichten an",
    "refused.no_events": "Der Bot darf keine Events erstellen",
    "fix.slack.invite": "Den Bot in den Kanal einladen: /invite @Communiqué",
    "fix.slack.invite_or_remove": "Den Bot in den Kanal einladen oder dessen Zeitplan entfernen",
    "fix.slack.archived": "Den Kanal aus dem Archiv holen oder seinen Zeitplan entfernen",
    "fix.slack.scope": "Den Scope in den Einstellungen der App hinzufügen (OAuth & Permissions) und sie neu "
    "installieren",
    "fix.slack.token": "COMMUNIQUE_SLACK__BOT_TOKEN auf das Bot-Token der App setzen (xoxb-…)",
    "fix.slack.app_token": "Basic Information, App-Level Tokens: eines mit connections:write erzeugen und "
    "COMMUNIQUE_SLACK__APP_TOKEN darauf setzen",
    "fix.slack.new_token": "Die App neu installieren und das neue Bot-Token setzen",
    "fix.slack.install": "Die App in diesem Workspace neu installieren",
    "fix.slack.admin": "Ein Admin des Workspace muss den Bot in diesem Kanal schreiben lassen",
    "fix.discord.channel": "Den Zeitplan des Kanals entfernen oder für einen Kanal setzen, den es gibt",
    "fix.discord.channel_rights": "Kanal bearbeiten, Berechtigungen, die Rolle des Bots: {rights} erlauben",
    "fix.discord.view": "Dem Bot in den Einstellungen des Kanals (Berechtigungen) View Channel geben",
    "fix.discord.rights": "Dem Bot in den Einstellungen des Kanals (Berechtigungen) Send Messages, Send "
    "Messages in "
    "Threads, Create Public Threads, Embed Links und Read Message History geben",
    "fix.discord.kind": "Einen Text- oder Forenkanal wählen",
    "fix.discord.tag": "Dem Forum einen Tag namens digest geben oder Beiträge ohne Tag erlauben",
    "fix.discord.direct": "Direktnachrichten von Mitgliedern des Servers erlauben",
    "fix.discord.locked": "Den Thread entsperren",
    "fix.discord.archived": "Den Thread aus dem Archiv holen",
    "fix.discord.events": "Servereinstellungen, Rollen, die Rolle des Bots: Create Events erlauben",
    "fix.discord.token": "COMMUNIQUE_DISCORD__TOKEN auf das Token von der Seite der Anwendung setzen: Bot, "
    "Reset Token",
}
