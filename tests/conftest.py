"""What holds for every test."""

from hypothesis import HealthCheck, settings

# How fast examples come depends on what else the machine does; what they show does not.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
