"""What one filing writes and asks: ceilings, so that rows and questions do not creep back."""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import Any
from unittest.mock import patch

from sqlalchemy import event

from domain.texts import label
from storage.writes import Batch, run_batch
from tests.house import TestHouse

UPDATES = 5
