"""What the people of a grid do: take, ask, hand on, give back, solve."""
