"""What only the terminal says."""

from __future__ import annotations

TEXTS = {
    "terminal.usage": "communique {command}",
    "brief.details": "Was hier fehlt, zeigt --details.",
    "brief.earlier": "Briefing dieses Tages: communique brief --as-of {day}",
    "interrupted": "Beendet. Gespeichertes bleibt; derselbe Befehl macht weiter.",
    "ingest.progress": "{file} wird gespeichert",
    "ingest.resumed": "Weiter in {file} ab Zeile {line}, wo der letzte Lauf endete.",
    "ingest.empty": "In {file} steht nichts: erwartet wird ein JSON-Objekt je Zeile.",
    "ingest.kept": "Aus {file} gespeichert: {articles}; derselbe Befehl macht weiter",
    "ingest.before": "Davor gespeichert: {articles}",
    "ingest.new": "{articles} gespeichert",
    "ingest.unchanged": "{number} unverändert",
    "ingest.ahead": "{number} mit Datum in der Zukunft",
    "ingest.undated": "{number} ohne Datum",
    "ingest.rejected": "{lines} nicht gespeichert",
    "ingest.mend": "Genannte Zeilen ausbessern, Befehl wiederholen: nichts wird doppelt gespeichert.",
    "ingest.stdin": "Standardeingabe",
    "brief.progress": "Artikel werden verdichtet",
    "brief.page": "Seite geschrieben: {path}",
    "demo.ingest": "Die mitgelieferten Artikel werden gespeichert: alle erfunden, nichts davon ist "
    "geschehen.",
    "demo.brief": "Das Briefing ihres neuesten Tages:",
    "demo.deadlines": "Was fällig wird, aus allen:",
    "demo.reminders": "Die Erinnerungen, die an diesem Morgen fällig sind:",
    "demo.ask": "Eine Frage, und was die gespeicherten Artikel dazu sagen: {question}",
    "demo.next": "Dasselbe Briefing als Seite: {page}\n"
    "Dieselben Termine als Kalender: {calendar}, gezeichnet: {png}\n"
    "Eigene Artikel: {command} ingest DATEI.jsonl, "
    "dann {command} brief.",
    "recalibrate.before": "Vorher:  {answered} beantwortet, {false} falsch, Brier {brier}, Schwelle {bar}",
    "recalibrate.after": "Nachher: {answered} beantwortet, {false} falsch, Brier {brier}, Schwelle {bar}",
    "recalibrate.kept": "An {questions} Fragen angepasst, gespeichert in {path}; gilt ab dem nächsten Start.",
    "recalibrate.few": "Nur {there} Fragen sind mit {kind} bezeichnet; nötig sind je {least}",
    "run.started": "Läuft. Briefings gehen nach {places}; Strg-C beendet.",
    "run.stopped": "Beendet.",
    "run.late": "Beendet, ehe alles fertig war; der nächste Start macht dort weiter.",
    "run.reloaded": "Einstellungen neu gelesen: {changes}.",
    "run.nothing": "nichts geändert",
    "run.restart": "{keys} geändert, gilt erst nach einem neuen Start",
    "run.refused": "Die Einstellungen wurden nicht übernommen: {error}",
    "schedules.none": "Keine Zeitpläne: `communique run` übernimmt die aus den Einstellungen.",
    "backup.done": "{path} enthält {rows}. Geöffnet und unversehrt.",
    "backup.postgres": "Mit pg_dump --format=custom kopieren. Zum Zurückspielen den Bot anhalten,"
    " pg_restore --clean ausführen, dann `communique restore` ohne Datei",
    "restore.done": "Die Datenbank ist jetzt die von {source}: {rows}. Geöffnet und unversehrt.",
    "restore.before": "Die frühere Datenbank ist {path}.",
    "restore.undoubted": "Die Datenbank ist übernommen; keine Sendung ist nachzusehen.",
    "restore.doubted": "Auf der Plattform nachzusehen, ehe es neu gesendet wird: {deliveries}.",
    "live.none": "{path} ist nicht da oder nicht lesbar",
    "live.none.fix": "Den Bot starten: communique run",
    "live.old": "{path} wurde zuletzt geschrieben: {at}",
    "live.old.fix": "Der Bot hängt oder ist weg: neu starten",
    "live.fresh": "geschrieben {at} von Prozess {pid}",
    "live.part.fix": "Siehe das Protokoll des Bots",
    "migrate.same": "Die Datenbank ist aktuell ({after}).",
    "migrate.done": "Die Datenbank wurde von {before} auf {after} gebracht.",
    "migrate.nothing": "nichts",
    "init.done": "{path} geschrieben. Jede Zeile ist eine Vorgabe; nur das Nötige ändern.",
    "init.slack": "1. api.slack.com/apps, Create New App, From a manifest: das Manifest einfügen.\n"
    "2. Install to Workspace; unter OAuth & Permissions steht das Bot-Token: "
    "COMMUNIQUE_SLACK__BOT_TOKEN=xoxb-…\n"
    "3. Basic Information, App-Level Tokens, Generate mit connections:write: "
    "COMMUNIQUE_SLACK__APP_TOKEN=xapp-…\n"
    "4. Sind beide gesetzt, fragt communique doctor Slack danach. Mit communique sources add eine Adresse "
    "angeben, die ihr lest, oder mit communique ingest eine Datei mit Artikeln; dann: communique run\n"
    "5. In Slack: /invite @Communiqué in einem Kanal, dann Kanal einrichten drücken.",
    "init.slack.http": "1. api.slack.com/apps, Create New App, From a manifest: das Manifest einfügen.\n"
    "2. Unter Basic Information steht, was der Bot braucht: COMMUNIQUE_SLACK__CLIENT_ID, "
    "COMMUNIQUE_SLACK__CLIENT_SECRET, COMMUNIQUE_SLACK__SIGNING_SECRET.\n"
    "3. Ein Schlüssel für die Tokens derer, die ihn installieren, eben erzeugt und nirgends gespeichert: "
    "COMMUNIQUE_SLACK__TOKEN_KEYS={key}\n"
    '4. In communique.toml, [slack]: mode = "http". Ein Webserver mit TLS reicht, was an '
    "{address}/slack/ geht, an die Adresse in slack.listen weiter. Dann: communique run\n"
    "5. Manage Distribution lässt andere Workspaces herein. Wer ihn installiert, öffnet "
    "{address}/slack/install. "
    'slack.team = "T…" nennt den Workspace, der die Artikel dieses Rechners liest.',
    "init.discord": "1. discord.com/developers/applications, New Application; Bot, Reset Token: "
    "COMMUNIQUE_DISCORD__TOKEN=…\n"
    "2. Noch einmal communique init discord: Mit dem Token gibt es die Adresse aus, die den Bot einlädt.",
    "init.discord.invite": "1. Die Adresse oben öffnen und den Server wählen. Verlangt wird kein Recht, das "
    "nicht gebraucht wird, und kein privilegierter Intent.\n"
    "2. COMMUNIQUE_DISCORD__GUILD=… nennt den Server, der liest, was hier gespeichert wird; communique "
    "doctor, das Discord nach Token und Rechten fragt, zeigt seine Id.\n"
    "3. Mit communique sources add eine Adresse angeben, die ihr lest, oder mit communique ingest eine Datei "
    "mit Artikeln; dann: communique run. In Discord unter der ersten Nachricht des Bots Kanal "
    "einrichten drücken.\n"
    "4. Für eine Person allein, die ihn dann überall fragt und eigene Quellen hat: {alone} (dazu auf der "
    "Seite "
    "der Anwendung unter Installation User Install einschalten).",
    "doctor.discord.guild": "COMMUNIQUE_DISCORD__GUILD auf die Id des Servers setzen, der liest, was hier "
    "gespeichert wird; jeder andere hat nur eigene Quellen",
    "doctor.discord.nowhere": "noch in keinem: communique init discord gibt die Adresse aus, die den Bot "
    "einlädt",
    "doctor.discord": "Das Netz und discord.base_url prüfen, dann neu fragen",
    "doctor.slack": "Das Netz und slack.base_url prüfen, dann neu fragen",
    "doctor.defaults": "die mitgelieferten Vorgaben",
    "doctor.first": "Das erste `communique ingest` legt sie an",
    "doctor.set_up": "eingerichtet",
    "doctor.not_set_up": "nicht eingerichtet",
    "doctor.clock": "seit gestern {dated}, davon {ahead} mit Datum in der Zukunft, aus {outlets}",
    "doctor.clock.fix": "Geht die Uhr dieses Rechners nach, sie stellen: bis zu ihrem Tag warten diese",
    "doctor.unsaid": "um {at} in {channel}, in Ruhezeiten, die sie verwerfen: keine wird je gesendet",
    "doctor.unsaid.fix": "reminders.at außerhalb der Ruhezeiten setzen, oder deren policy auf hold",
    "doctor.wanted": "nicht eingerichtet, aber {digests} soll dorthin",
    "doctor.wanted.fix": "communique init {platform} sagt, wie; oder dem Digest einen anderen Kanal geben",
    "queue.stands": "{waiting} in der Schlange, davon {due} fällig; {running} in Arbeit; am Leben: {workers}",
    "queue.silent": "seit über einer Minute stumm, obwohl etwas in Arbeit ist: {workers}",
    "queue.silent.fix": "Einen Bot, der hängt, beenden: ein anderer übernimmt. Läuft keiner, einen starten",
    "queue.nobody": "niemand nimmt an, was fällig ist",
    "queue.nobody.fix": "Einen Bot starten: communique run",
}
