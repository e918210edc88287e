"""Settings: what can be set (`model` and its tables), and the one reader of TOML and environment (`reading`).

Order, later wins: packaged defaults, `communique.toml` or `--config`, secrets folder, environment, flags.
"""

from __future__ import annotations

from bot.settings.model import FILE, Settings
from bot.settings.names import PREFIX
from bot.settings.platforms import DiscordSettings, PlatformSettings, SlackSettings
from bot.settings.reading import config_folder, default_text, load

__all__ = [
    "FILE",
    "PREFIX",
    "DiscordSettings",
    "PlatformSettings",
    "Settings",
    "SlackSettings",
    "config_folder",
    "default_text",
    "load",
]
