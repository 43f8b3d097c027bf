wechat-page = <a href="{ $url }">看照片和全文，点这里</a>
wechat-more = 还有 { $count } 条，<a href="{ $url }">点开看</a>。随便回我一个字，我就能接着在这儿发。
wechat-last = 后面的都在<a href="{ $url }">这里</a>。随便回我一个字，我就能接着在这儿发。
wechat-link-old = 这个链接过期了，或者用过了。回公众号发「我的事项」，里面有新的链接。
wechat-link-other = 这个链接是发给别人的。回公众号发「我的事项」，看你自己的。
wechat-link-nobody = 还不认识你。先在公众号里说句话，再点开就行。
wechat-mine = 打开我的网页
wechat-rings = { $kind }：{ $rings }
wechat-rings-question = 有人问你，点开回答
wechat-rings-result = 有答复了，点开看看
wechat-rings-emergency = 急事有消息，点开看
wechat-report = 我要报
wechat-my = 我的事项
wechat-others = 更多
wechat-more-help = 怎么用
wechat-more-lang = English
wechat-more-mute = 通知开关

link-code = 这是连接码：<b>{ $code }</b>
    十分钟内，到你用我的另一个入口发这一句：/link { $code }
    发完两边就算同一个人，事项都在一起。连接码别给别人。
link-doors = 能连的入口：{ $names }
link-done = 连上了。两边现在算同一个人，事项都在一起。
link-done-there = 刚有另一个入口用你的连接码连上了，两边现在算同一个人。不是你的话，马上告诉管理员。
link-same = 两边早就连上了，不用再连。
refuse-link-code = 这个连接码不对，或者过了十分钟。到另一边发 /link，要个新的。
refuse-link-often = 试得太多了，过十分钟再试。
refuse-link-roles = 两边都有职务，连不了。先请管理员收回一边的，再来连。
card-unreachable = 📵 报事人现在联系不上，消息送不到。
card-out-of-reach = 📵 还有 { $count } 条没送到报事人手上，对方在微信里说句话就送到。
