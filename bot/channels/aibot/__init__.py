"""WeCom's intelligent robot: a grid's group hears of its cases by it, and acts there."""
