"""The same conversation in other bots; each is started with `--base http://127.0.0.1:PORT --db
PATH`.
"""
