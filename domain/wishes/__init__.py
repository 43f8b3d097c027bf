"""Wishes (微心愿): what they are, who may do what to them, and when the clock looks at them."""
