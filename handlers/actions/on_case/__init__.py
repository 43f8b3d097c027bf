"""Words on a case: who reads them, what goes with them, and what was meant for another."""
