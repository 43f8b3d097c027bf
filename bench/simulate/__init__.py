"""A simulated year in the real house: `python -m bench.simulate`. bench/README.md says what is
real and what is not.
"""
