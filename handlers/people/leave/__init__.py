"""Somebody is away: when, for how long, who may say so, and what becomes of what they carry."""
