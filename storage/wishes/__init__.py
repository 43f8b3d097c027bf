"""Wishes as they stand, and their claims."""
