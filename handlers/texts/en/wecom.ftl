wecom-lists = Cases
wecom-queue = To do
wecom-more = More
wecom-behind = More
wecom-closed = Done
