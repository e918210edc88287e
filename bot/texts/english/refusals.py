"""What a platform that refuses, or does not answer, means, and what helps."""

from __future__ import annotations

TEXTS = {
    "refused.wait": "{platform} asks to wait",
    "refused.failed": "{platform} failed while it answered",
    "refused.for_now": "{platform} refused for now",
    "refused.for_good": "{platform} refused",
    "refused.unreachable": "{platform} cannot be reached: {error}",
    "refused.no_answer": "{platform} did not answer: {error}",
    "refused.no_gateway": "{platform} names no gateway",
    "refused.no_messages": "Discord takes no messages here",
    "refused.no_events": "The bot may not create events",
    "fix.slack.invite": "Invite the bot to the channel: /invite @Communiqué",
    "fix.slack.invite_or_remove": "Invite the bot to the channel, or remove its schedule",
    "fix.slack.archived": "Unarchive the channel, or remove its schedule",
    "fix.slack.scope": "Add the scope in the app's settings (OAuth & Permissions) and install it again",
    "fix.slack.token": "Set COMMUNIQUE_SLACK__BOT_TOKEN to the app's bot token (xoxb-…)",
    "fix.slack.app_token": "Basic Information, App-Level Tokens: generate one with connections:write and set "
    "COMMUNIQUE_SLACK__APP_TOKEN",
    "fix.slack.new_token": "Install the app again and set the new bot token",
    "fix.slack.install": "Install the app in that workspace again",
    "fix.slack.admin": "Ask a workspace admin to let the bot post in this channel",
    "fix.discord.channel": "Remove the channel's schedule, or set it for a channel that exists",
    "fix.discord.channel_rights": "Edit Channel, Permissions, the bot's role: allow {rights}",
    "fix.discord.view": "Give the bot View Channel in the channel's settings (Permissions)",
    "fix.discord.rights": "Give the bot Send Messages, Send Messages in Threads, Create Public Threads, "
    "Embed Links "
    "and Read Message History in the channel's settings (Permissions)",
    "fix.discord.kind": "Choose a text or forum channel",
    "fix.discord.tag": "Give the forum a tag called digest, or let posts go without a tag",
    "fix.discord.direct": "Allow direct messages from members of the server",
    "fix.discord.locked": "Unlock the thread",
    "fix.discord.archived": "Unarchive the thread",
    "fix.discord.events": "Server Settings, Roles, the bot's role: allow Create Events",
    "fix.discord.token": "Set COMMUNIQUE_DISCORD__TOKEN to the token of the application's page, Bot, Reset "
    "Token",
}
