"""The fake WeCom’s long connection, by which a robot of a group speaks."""
