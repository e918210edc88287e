"""Installations, in memory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.channel import Platform
from bot.ports import Installations, Installed, InstallStates
from tests.fakes.memory_state import State


@dataclass(frozen=True, slots=True)
class MemoryInstallations(Installations):
    state: State

    async def put(self, installed: Installed) -> None:
        self.state.to_write().installations[installed.platform, installed.tenant_id] = installed

    async def get(self, platform: Platform, tenant_id: str) -> Installed | None:
        return self.state.installations.get((platform, tenant_id))

    async def every(self, platform: Platform) -> tuple[Installed, ...]:
        kept = sorted(self.state.installations.items())
        return tuple(one for key, one in kept if key[0] == platform)

    async def drop(self, platform: Platform, tenant_id: str) -> bool:
        return self.state.to_write().installations.pop((platform, tenant_id), None) is not None


@dataclass(frozen=True, slots=True)
class MemoryInstallStates(InstallStates):
    state: State

    async def add(self, digest: str, until: datetime) -> None:
        if digest in self.state.to_write().install_states:
            raise ValueError("that mark is kept already")
        self.state.install_states[digest] = until

    async def take(self, digest: str, now: datetime) -> bool:
        await self.forget(now)
        return self.state.install_states.pop(digest, None) is not None

    async def forget(self, before: datetime) -> None:
        kept = self.state.to_write().install_states
        for digest in [digest for digest, until in kept.items() if until <= before]:
            del kept[digest]
