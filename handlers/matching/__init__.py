"""Needs, resources and projects: filed, suggested to each other, confirmed, carried out."""
