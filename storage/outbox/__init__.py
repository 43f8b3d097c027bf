"""What is to be said: letters and the store that keeps them until they are sent."""
