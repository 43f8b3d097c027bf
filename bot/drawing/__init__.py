"""Pictures that the house itself draws. `chart` runs in a process of its own: matplotlib never enters the bot's.

A picture is wanted by `unit.media.draw(spec)` and drawn by the fetching loop. Specs are plain JSON:

    {"draw": "chart", "title": str, "note": str, "labels": [str, …], "left": str, "right": str,
     "series": [{"name": str, "kind": "bar" | "line", "values": [number | null, …], "axis": "left" | "right"}, …]}
    {"draw": "pair", "before": media id, "after": media id, "labels": [str, str]}

At most 60 labels and six series of a kind can be told apart; gaps are null. What cannot be drawn at all gets the
status failed, and the letter goes without it.
"""
