"""The proof slip of one's own accepted report, and whether one that is shown is genuine."""
