"""The web: a post as a page."""

from bot.web.page import render_page

__all__ = ["render_page"]
