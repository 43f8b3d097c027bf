"""From a rider's words to a case."""
