"""The engine that the settings name, and what it answers when it is tried."""

from __future__ import annotations

import logging

from bot.ask.meaning import Meaning
from bot.errors import SettingsError
from bot.runner.clock import run_in_thread
from bot.settings import Settings
from summarizers.engines.errors import EngineError
from summarizers.engines.registry import Options, UnknownEngineError, engine, is_compiled
from summarizers.engines.rewriting import Rewriting
from summarizers.types import Summarizer

log = logging.getLogger(__name__)


def chosen_engine(settings: Settings) -> Summarizer:
    """The engine of the settings; raise SettingsError if there is none or it lacks what it needs."""
    name = settings.briefing.engine
    options: Options | None = settings.chat.options if name == "chat" else None
    if name == "transformer":
        options = settings.transformer.options
    try:
        summarizer = engine(name, options)
        log.debug("the engine is %s", summarizer.name)  # weights are found here, not on the event loop later
    except UnknownEngineError as error:
        raise SettingsError(f"briefing.engine: {error}", todo="Mend it in the settings") from None
    except EngineError as error:
        raise engine_trouble(error) from None
    return summarizer


def engine_trouble(error: EngineError) -> SettingsError:
    """The same in our own words."""
    return SettingsError(error.what, kept=error.kept, todo=error.todo, reference=error.reference)


def asked_engine(settings: Settings) -> str:
    """What the engine answers when it is tried once, its name if it needs no model; raise SettingsError."""
    summarizer = chosen_engine(settings)
    if not isinstance(summarizer, Rewriting):
        return f"{settings.briefing.engine}, {'compiled' if is_compiled() else 'interpreted'}"
    try:
        return f"{summarizer.name}: {summarizer.check()}"
    except EngineError as error:
        raise engine_trouble(error) from None


def meaning(settings: Settings) -> Meaning | None:
    """What reads by meaning, if that is wanted; raise SettingsError where its extra is missing."""
    if not settings.ask.semantic:
        return None
    from summarizers.engines.encoder import MiniLM

    try:
        return Meaning(encoder=MiniLM(), run_cpu=run_in_thread)
    except EngineError as error:
        raise engine_trouble(error) from None
