"""Doors, clock and wiring; each room uses those below it only: __main__, commands, house, loops,
drawing, channels, media, loading, config, and the files folder and logs.
"""
