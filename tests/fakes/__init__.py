"""Stand-ins for the world outside: real servers that tests own and may break on purpose."""
