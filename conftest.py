"""Registers the notebook checker and the stand-in device with pytest."""

pytest_plugins = ["tests.notebook_checker.plugin", "tests.stand_in_device.plugin"]
