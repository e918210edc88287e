"""Zones that a plan over days must stand: odd offsets and steps, changes at midnight, both ends of a day."""

from __future__ import annotations

ZONES = (
    "UTC",
    "Europe/Berlin",
    "Europe/Dublin",
    "Atlantic/Azores",
    "America/New_York",
    "America/St_Johns",
    "America/Santiago",
    "America/Asuncion",
    "America/Havana",
    "America/Nuuk",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Asia/Beirut",
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Auckland",
    "Pacific/Kiritimati",
)
