"""Needs, resources, services and projects as they stand."""
