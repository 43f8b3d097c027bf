"""Robots of WeCom groups: they say what is new in a grid, and hear nobody."""
