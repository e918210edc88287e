"""The chat: what a person asks for becomes a reply, the same on every platform."""
