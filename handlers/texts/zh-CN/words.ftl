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
words-all-clear = 没事了 没事儿了 没事儿 没事啦 没事 已经没事了 现在没事了 人没事了 都没事了 没事 误报 虚惊一场 虚惊 看错了 不用来了 不用派人了 不用派人 不用救了 不用了 别来了 别派人了 取消 撤回 撤了 撤销 算了 找到了 人找到了 孩子找到了 已经找到了 火灭了 好了没事了
words-polite = 谢谢 谢谢你 谢谢您 谢谢你们 谢谢师傅 多谢 感谢 谢 辛苦 你好 您好 在吗 在
words-particles = 啊 呀 吧 呢 嘛 哦 噢 啦 的 了
words-of-buttons = 跳过 返回 提交 取消 改一改
words-mine = 我 我的 我手上 我手上的
words-late = 迟 迟了 晚 晚了 超时 超时的 逾期 过期
words-unassigned = 没人 没人接 没人接的 没人管 未接 未接单 待接单 未派
words-urgent = 急 紧急 紧急的 加急 🔴
words-grid = 格
