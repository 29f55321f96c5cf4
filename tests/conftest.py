"""Here for its place too: pytest puts the folder of this file on the path, so that tests can `import factory`."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)  # a busy machine is no failure
settings.load_profile("unhurried")
