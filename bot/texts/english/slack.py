"""What only Slack's adapter says."""

from __future__ import annotations

TEXTS = {
    "slack.installed": "{app} is installed in {team}",
    "slack.installed.next": "In Slack, invite it where you want to read: /invite @Communiqué. "
    "It then asks for three things and sends a first briefing.",
    "slack.not_installed": "{app} was not installed",
    "slack.not_installed.kept": "Nothing of this try was kept.",
    "slack.denied": "It was not allowed in Slack.",
    "slack.stale": "This browser did not begin it, or it is over already, or took more than ten minutes.",
    "slack.refused": "Slack did not go along: {reason}.",
    "slack.away": "Slack did not answer.",
    "slack.install_again": "Begin again at {path}.",
    "slack.details": "Details: {title}",
    "slack.working": "Working on it …",
    "slack.problem": "⚠ {what}",
    "slack.follows": "On it: the answer comes next.",
    "slack.stopped": "I was stopped before the answer was ready. Ask again in a minute.",
    "slack.too_late": "The form could not be opened",
    "slack.too_late.todo": "Open it with this button",
    "slack.not_yours": "You are not in that channel any more",
}
