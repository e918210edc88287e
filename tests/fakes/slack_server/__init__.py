"""A loopback Slack: one workspace with people, channels and an app, driven over real sockets."""
