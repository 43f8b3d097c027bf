wechat-page = <a href="{ $url }">照片和全文，点开看</a>
wechat-more = 还有 { $count } 条，<a href="{ $url }">点开看</a>。想接着在这儿聊，回我一个字就行。
wechat-report = 我要报
wechat-my = 我的事项
wechat-others = 更多
wechat-more-help = 怎么用
wechat-more-lang = English
wechat-more-mute = 少打扰我
