"""What those who look after cases say of them in plain words, and which case they mean."""
