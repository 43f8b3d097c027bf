# Words that people may write, with spaces between them. They count in every language.

language-words = 中文 汉语 zh zh-cn chinese
words-on = 上班 值班 开
words-off = 下班 结束 关 关闭
words-back = 回来 回来了
words-default = 默认
words-offices = 单位 部门
words-coordinator = 网格员
words-lead = 网格长 负责人
words-admin = 管理员
words-working = 上班 工作时间 上班时间
words-around = 日夜 全天
words-wrong = 不对 错了 不是 不是这个 不是这样 不正确 写错了 说错了 报错了 填错了 记错了 弄错了 搞错了
words-polite = 谢谢 谢谢你 谢谢您 谢谢你们 谢谢师傅 多谢 感谢 谢 辛苦 你好 您好 在吗 在
words-nod = 好的 好 好吧 好滴 嗯 嗯嗯 恩 哦 收到 行 知道了 明白 明白了 了解
words-puzzled = 什么意思 啥意思 什么 啥 没懂 不懂 看不懂 没看懂 不明白 没明白
words-cancel = 算了 还是算了 取消 返回 再说吧 不发了 不写了 不问了 不说了 先不了 放弃
words-send = 发 发吧 发出去 发送 提交 确定 确认 可以
words-open-question = 哪 什么 啥 几 多少 怎么 怎样 谁 为何 何时 何处
words-yes-or-no = 吗 嘛 么 是不是 有没有 能不能 可不可以 行不行 要不要 对不对 好不好 会不会 在不在 了没
words-particles = 啊 呀 吧 呢 嘛 哦 噢 啦 的 了
words-of-buttons = 跳过 返回 提交 取消 改一改
words-mine = 我 我的 我手上 我手上的
words-late = 迟 迟了 晚 晚了 超时 超时的 逾期 过期
words-unassigned = 没人 没人接 没人接的 没人管 未接 未接单 待接单 未派
words-urgent = 急 紧急 紧急的 加急 🔴
words-grid = 格
