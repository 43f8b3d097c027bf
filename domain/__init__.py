"""Rules and words of Gridbee: standard library only; no await, no clock, no SQL, no channel."""
