"""Measurements that hold a ratio, never an absolute time."""
