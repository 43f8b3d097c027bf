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
words-wrong = 不对 错了 不是这个 写错了
words-of-buttons = 跳过 返回 提交 取消 改一改
