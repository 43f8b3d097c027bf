"""What one filing writes and asks: ceilings, so that rows and questions do not creep back."""

from __future__ import annotations

UPDATES = 5
