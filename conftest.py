"""Registers the notebook checker with pytest."""

pytest_plugins = ["tests.notebook_checker.plugin"]
