"""Workspaces that install the bot by themselves: their tokens, sealed, renewed and handed out."""
