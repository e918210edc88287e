"""Where posts are shown: each platform turns the same neutral `Post` into its own form."""
