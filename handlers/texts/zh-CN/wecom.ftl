wecom-lists = 事项
wecom-queue = 待办
wecom-more = 更多
wecom-behind = 更多操作
wecom-closed = 已处理
