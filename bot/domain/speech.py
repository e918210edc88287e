"""Which language a channel is spoken to in, as far as the settings file says."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.domain.channel import Channel
from bot.domain.preferences import ChannelSettings
from bot.texts import Language


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of the channels that the settings file names; that of None is for all others."""

    named: dict[Channel | None, Language] = field(default_factory=dict)

    @property
    def default(self) -> Language:
        """For a channel of which nothing is known."""
        return self.named.get(None, Language.ENGLISH)

    def of(
        self, channel: Channel, chosen: ChannelSettings | None, asking: Language | None = None
    ) -> Language:
        """What was chosen in the channel, or else what the file says of it, or else the default.

        Where nobody set the channel up, `asking`, the language of who asks there, comes before the default.
        """
        if chosen and chosen.language:
            return chosen.language
        return self.named.get(channel) or (None if chosen else asking) or self.default
