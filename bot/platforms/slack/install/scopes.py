"""What the bot asks of a workspace that installs it; the manifests in config/ say what for."""

SCOPES = (
    "chat:write",
    "commands",
    "app_mentions:read",
    "channels:history",
    "groups:history",
    "im:history",
    "im:write",
    "channels:read",
    "groups:read",
    "users:read",
    "usergroups:read",
)
"""The scopes of the bot token; a test holds them to both manifests."""
