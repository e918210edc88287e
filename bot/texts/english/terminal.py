"""What only the terminal says."""

from __future__ import annotations

TEXTS = {
    "terminal.usage": "communique {command}",
    "brief.details": "For what is left out, add --details.",
    "brief.earlier": "To brief that day: communique brief --as-of {day}",
    "interrupted": "Stopped. What was stored stays; run the command again to go on.",
    "ingest.progress": "Storing {file}",
    "ingest.resumed": "Going on in {file} at line {line}, where the last run stopped.",
    "ingest.empty": "There is nothing in {file}: one JSON object a line is expected.",
    "ingest.kept": "Stored from {file}: {articles}; run it again to go on",
    "ingest.before": "Stored before it: {articles}",
    "ingest.new": "{articles} stored",
    "ingest.unchanged": "{number} unchanged",
    "ingest.ahead": "{number} dated in the future",
    "ingest.undated": "{number} without a date",
    "ingest.rejected": "{lines} not stored",
    "ingest.mend": "Mend the lines named above and run this again: nothing is stored twice.",
    "ingest.stdin": "standard input",
    "brief.progress": "Condensing articles",
    "brief.page": "Page written to {path}",
    "demo.ingest": "Storing the bundled articles: all invented, none of it happened.",
    "demo.brief": "The briefing of their newest day:",
    "demo.deadlines": "What falls due, from all of them:",
    "demo.reminders": "The reminders that are due that morning:",
    "demo.ask": "A question, and what the stored articles say to it: {question}",
    "demo.next": "The same briefing as a page: {page}\n"
    "The same deadlines as a calendar: {calendar}, drawn: {png}\n"
    "Your own articles: {command} ingest FILE.jsonl, "
    "then {command} brief.",
    "recalibrate.before": "Before: {answered} answered, {false} falsely, Brier {brier}, bar {bar}",
    "recalibrate.after": "After:  {answered} answered, {false} falsely, Brier {brier}, bar {bar}",
    "recalibrate.kept": "Fitted to {questions} questions and kept in {path}; used from the next start.",
    "recalibrate.few": "Only {there} questions are labelled {kind}; {least} of each are needed",
    "run.started": "Running. Digests go to {places}; Ctrl-C ends it.",
    "run.stopped": "Stopped.",
    "run.late": "Stopped before all was done; the next start goes on from there.",
    "run.reloaded": "Settings read again: {changes}.",
    "run.nothing": "nothing changed",
    "run.restart": "{keys} changed, which takes a new start",
    "run.refused": "The settings were not taken over: {error}",
    "schedules.none": "No schedules: start `communique run`, which takes over those of the settings.",
    "backup.done": "{path} holds {rows}. It was opened and is whole.",
    "backup.postgres": "Copy it with pg_dump --format=custom. To put it back, stop the bot, run"
    " pg_restore --clean, then `communique restore` without a file",
    "restore.done": "The database is now that of {source}: {rows}. It was opened and is whole.",
    "restore.before": "The earlier database is {path}.",
    "restore.undoubted": "The database is taken over; no send of it has to be looked up.",
    "restore.doubted": "Looked up on the platform before it is sent again: {deliveries}.",
    "live.none": "{path} is not there, or cannot be read",
    "live.none.fix": "Start the bot: communique run",
    "live.old": "{path} was last written at {at}",
    "live.old.fix": "The bot hangs or is gone: start it again",
    "live.fresh": "written at {at} by process {pid}",
    "live.part.fix": "See the bot's log",
    "migrate.same": "The database is up to date ({after}).",
    "migrate.done": "The database was brought from {before} to {after}.",
    "migrate.nothing": "nothing",
    "init.done": "Wrote {path}. Change what you need; every line is a default.",
    "init.slack": "1. api.slack.com/apps, Create New App, From a manifest: paste the manifest.\n"
    "2. Install to Workspace; OAuth & Permissions shows the bot token: "
    "COMMUNIQUE_SLACK__BOT_TOKEN=xoxb-…\n"
    "3. Basic Information, App-Level Tokens, Generate with connections:write: "
    "COMMUNIQUE_SLACK__APP_TOKEN=xapp-…\n"
    "4. With both set: communique doctor asks Slack about them. communique sources add an address that you "
    "read, or communique ingest a file of articles; then: communique run\n"
    "5. In Slack: /invite @Communiqué in a channel, and press Set up this channel.",
    "init.slack.http": "1. api.slack.com/apps, Create New App, From a manifest: paste the manifest.\n"
    "2. Basic Information shows what the bot needs: COMMUNIQUE_SLACK__CLIENT_ID, "
    "COMMUNIQUE_SLACK__CLIENT_SECRET, COMMUNIQUE_SLACK__SIGNING_SECRET.\n"
    "3. A key for the tokens of those who install it, made just now and kept nowhere: "
    "COMMUNIQUE_SLACK__TOKEN_KEYS={key}\n"
    '4. In communique.toml, [slack]: mode = "http". A web server with TLS hands what comes to '
    "{address}/slack/ on to the address in slack.listen. Then: communique run\n"
    "5. Manage Distribution lets other workspaces in. Whoever installs it opens {address}/slack/install. "
    'slack.team = "T…" names the workspace that reads the articles of this machine.',
    "init.discord": "1. discord.com/developers/applications, New Application; Bot, Reset Token: "
    "COMMUNIQUE_DISCORD__TOKEN=…\n"
    "2. communique init discord, again: with the token set it prints the address that invites the bot.",
    "init.discord.invite": "1. Open the address above and choose your server. It asks for no right that "
    "is not used, and for no privileged intent.\n"
    "2. COMMUNIQUE_DISCORD__GUILD=… names the server that reads what is stored here; communique doctor, "
    "which asks Discord about the token and the rights, shows its id.\n"
    "3. communique sources add an address that you read, or communique ingest a file of articles; then: "
    "communique run. In Discord, press Set up this channel under the bot's first message.\n"
    "4. For one person alone, who then asks it anywhere and has sources of their own: {alone} (switch "
    "User Install on at the application's page, Installation).",
    "doctor.discord.guild": "Set COMMUNIQUE_DISCORD__GUILD to the id of the server that reads what is "
    "ingested here; any other has only sources of its own",
    "doctor.discord.nowhere": "in none yet: communique init discord prints the address that invites the bot",
    "doctor.discord": "Check the network and discord.base_url, then ask again",
    "doctor.slack": "Check the network and slack.base_url, then ask again",
    "doctor.defaults": "the packaged defaults",
    "doctor.first": "The first `communique ingest` makes it",
    "doctor.set_up": "set up",
    "doctor.not_set_up": "not set up",
    "doctor.clock": "{ahead} of {dated} since yesterday are dated in the future, by {outlets}",
    "doctor.clock.fix": "If this machine's clock is behind, set it: digests hold these back until their day",
    "doctor.unsaid": "at {at} in {channel}, in quiet hours that drop them: none is ever sent",
    "doctor.unsaid.fix": "Set reminders.at outside the quiet hours, or their policy to hold",
    "doctor.wanted": "not set up, but {digests} should go there",
    "doctor.wanted.fix": "communique init {platform} tells how; or give the digest another channel",
    "queue.stands": "{waiting} waiting, {due} of them due; {running} running; {workers} alive",
    "queue.silent": "{workers} silent for over a minute, with jobs",
    "queue.silent.fix": "If a bot hangs, end its process: another takes over. If none runs, start one",
    "queue.nobody": "nobody takes up what is due",
    "queue.nobody.fix": "Start a bot: communique run",
}
