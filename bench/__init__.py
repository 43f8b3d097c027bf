"""The benchmark: the same conversation in several bots against one fake Bot API server. See
README.md.
"""
