"""What was fetched becomes items and articles: feeds, sitemaps, web pages. Every byte of it is untrusted."""
