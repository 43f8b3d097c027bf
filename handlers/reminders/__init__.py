"""What the clock does: deadlines, drafts, digests, quiet hours, follow-ups."""
