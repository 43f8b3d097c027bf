wechat-page = <a href="{ $url }">照片和全文，点开看</a>
wechat-more = 还有 { $count } 条，<a href="{ $url }">点开看</a>。想接着在这儿聊，回我一个字就行。
wechat-report = 我要报
wechat-my = 我的事项
wechat-others = 更多
wechat-more-help = 怎么用
wechat-more-lang = English
wechat-more-mute = 少打扰我

link-code = 这是接头码：<b>{ $code }</b>
    十分钟内，在你另一个入口（微信、Telegram 或网页）里发：/link { $code }
    发了以后，两边就是同一个人，事项和通知都连在一起。别把它给别人。
link-done = 连上了。两边现在是同一个人，事项都在一起。
link-same = 这两个入口本来就连着。
refuse-link-code = 这个接头码不对，或者过了十分钟。在另一边发 /link 要个新的。
refuse-link-often = 试得太多了，十分钟后再来。
refuse-link-roles = 两边都有职务，连不了。请管理员先收回一边的职务。
card-out-of-reach = 📵 还有 { $count } 条没送到报事人手上：要等对方在微信里说句话才收得到。
