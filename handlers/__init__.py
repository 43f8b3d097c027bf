"""Conversations and use cases: the desk, the timers, and a room for each capability."""
