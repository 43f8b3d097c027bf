"""HTTP as a client: a pool of kept connections that tells what never left from what may have."""
