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
words-particles = 啊 呀 吧 呢 嘛 哦 噢 啦 的 了
words-of-buttons = 跳过 返回 提交 取消 改一改
words-mine = 我 我的 我手上 我手上的
words-late = 迟 迟了 晚 晚了 超时 超时的 逾期 过期
words-unassigned = 没人 没人接 没人接的 没人管 未接 未接单 待接单 未派
words-urgent = 急 紧急 紧急的 加急 🔴
words-grid = 格
words-consent = 好 好的 好滴 好嘞 好哒 好了 行 行嘞 可以 可以的 对 对对 对对对 是 是的 是这个 嗯 嗯嗯 嗯呐 恩 恩恩 中 要得 妥 妥了 成 可 没错 没问题 没毛病 确认 确定 同意 提交 发 发送 发出去 就这样 就这个 就是这个 就是它
words-cancel = 算了 不想报了 不想报 不想要了 算啦 算咯 取消 不用了 不用 不要了 不要 不需要了 不需要 不报了 不填了 不弄了 不搞了 不发了 别报了 别发了 撤回 撤销 撤了 撤掉 撤单 作废 误报 误会 看错了 看错 点错了 发错了 报错了 按错了 搞错了 弄错了 打错了 选错了 手滑 没事了 没事啦 没事 删了 删掉 退出 下次再说 再说 先不 不麻烦 当我没说
words-beside-cancel = 我 你们 你 要 想 这个 这条 这份 这件事 这件 那 它 就 还是 先 都 全部 吧 了 啊 呀 谢谢 不好意思 刚才 谢 提交 麻烦 请 处理 管 来
words-anonymous = 匿名 匿名报 我要匿名 匿名提交 不留名
words-named = 不匿名 不匿名了 实名 不用匿名
words-asks = 吗 呢 么 ? ？
