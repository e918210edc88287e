"""The composition root: builds the adapters, hands them to the story. Nothing else names an adapter."""

from bot.app.cases import App, chat_cases, open_app, reminding, topics_of
from bot.app.engines import asked_engine, chosen_engine
from bot.app.running import Running, running
from bot.app.workspaces import open_workspaces

__all__ = [
    "App",
    "Running",
    "asked_engine",
    "chat_cases",
    "chosen_engine",
    "open_app",
    "open_workspaces",
    "reminding",
    "running",
    "topics_of",
]
