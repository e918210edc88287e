"""Slack: posts as Block Kit, a Messenger over the Web API, and the app that hears commands and buttons."""
