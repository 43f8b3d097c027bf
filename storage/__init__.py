"""Memory: one transaction is one Unit. SQL stands beside the function that runs it."""
