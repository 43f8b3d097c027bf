"""What runs all the time: intake, delivery, marking, fetching, ticks."""
