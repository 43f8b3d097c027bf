"""The table of categories: what cases are about, and the words by which that is guessed."""

from __future__ import annotations

from dataclasses import dataclass

from domain.kinds import Kind, Urgency
from domain.privacy import Privacy


@dataclass(frozen=True, slots=True)
class Category:
    """What a case is about. Its label is the text `category-CODE`; `words` are matched without
    case.

    `privacy` is what every case of this category has at least, whatever routing rules say.
    """

    code: str
    kind: Kind
    words: tuple[str, ...] = ()
    urgency: Urgency = Urgency.GENERAL
    privacy: Privacy = Privacy.OPEN


def _row(
    code: str,
    kind: Kind,
    words: str,
    urgency: Urgency = Urgency.GENERAL,
    privacy: Privacy = Privacy.OPEN,
) -> Category:
    """A category by its words; `_` is a space."""
    known = tuple(word.replace("_", " ") for word in words.split())
    return Category(code, kind, known, urgency, privacy)


HAZARD, HELP, WISH = Kind.HAZARD, Kind.HELP, Kind.WISH

CATEGORIES: tuple[Category, ...] = (
    _row(
        "road",
        HAZARD,
        "井盖 路面 坑 塌陷 道路 马路 台阶 地砖 减速带 护栏 积水 结冰 路滑 一滩油 "
        "manhole pothole hole road pavement flooded ice slippery",
    ),
    _row(
        "fire",
        HAZARD,
        "消防 灭火器 消火栓 通道堵 堵住 着火 起火 火灾 冒烟 浓烟 易燃 hydrant "
        "extinguisher fire smoke exit blocked",
    ),
    _row(
        "charging",
        HAZARD,
        "充电 飞线 电池鼓 电池烫 换电柜 充电桩 充电器 插座 charger charging battery",
    ),
    _row("light", HAZARD, "路灯 灯坏 灯不亮 没灯 太黑 照明 lamp light dark"),
    _row(
        "utility",
        HAZARD,
        "停水 停电 漏水 漏电 燃气 煤气 天然气 水管 爆管 电线 暖气 断电 gas leak outage "
        "wire cable pipe",
        Urgency.UTILITY,
    ),
    _row(
        "traffic",
        HAZARD,
        "红绿灯 信号灯 斑马线 逆行 违停 乱停 路口 交通 标线 traffic crossing junction "
        "parked",
    ),
    _row(
        "building",
        HAZARD,
        "电梯 楼道 门禁坏 墙皮 脱落 玻璃 广告牌 招牌 掉下来 高空 阳台 elevator lift "
        "stairs sign falling",
    ),
    _row(
        "rubbish",
        HAZARD,
        "垃圾 脏 臭 异味 污水 油烟 老鼠 rubbish garbage trash dirty smell sewage",
    ),
    _row("hazard_other", HAZARD, "隐患 危险 hazard danger dangerous unsafe"),
    _row("access", HELP, "进不去 不让进 门禁 保安 小区 进门 通行 guard gate entrance"),
    _row(
        "dispute",
        HELP,
        "纠纷 吵架 投诉 欠薪 工资 扣钱 扣款 罚款 合同 工伤 赔偿 dispute wage unpaid "
        "contract fined compensation",
        privacy=Privacy.CONFIDENTIAL,
    ),
    _row(
        "vehicle",
        HELP,
        "爆胎 没电 推不动 车坏 坏在半路 修车 抛锚 换电 打气 电动车坏 电瓶车坏 车胎 轮胎 "
        "flat tyre tire puncture breakdown broke_down repair",
    ),
    _row(
        "health",
        HELP,
        "不舒服 头晕 发烧 看病 受伤 药 医院 sick doctor medicine hurt clinic",
    ),
    _row(
        "lost", HELP, "丢了 丢失 捡到 找不到 遗失 被偷 偷了 lost found stolen missing"
    ),
    _row(
        "paperwork",
        HELP,
        "社保 医保 居住证 证件 办理 户口 入学 补贴 insurance permit papers school",
    ),
    _row("help_other", HELP, "帮忙 求助 帮我 帮帮 help assist"),
    _row(
        "rest",
        WISH,
        "休息 驿站 歇脚 喝水 饮水机 热水 空调 厕所 卫生间 凳子 rest station toilet "
        "water shelter",
    ),
    _row("gear", WISH, "头盔 雨衣 手套 护膝 保温 反光 helmet raincoat gloves"),
    _row("learning", WISH, "学习 培训 考证 读书 技能 课程 learn course training skill"),
    _row(
        "family",
        WISH,
        "孩子 父母 家人 家属 暑托 托管 礼物 生日 child children kids parents family "
        "birthday gift",
    ),
    _row("checkup", WISH, "体检 义诊 理发 剪头 按摩 checkup haircut massage"),
    _row("wish_other", WISH, "希望 想要 心愿 愿望 盼 如果能 wish hope would_like"),
)

BY_CODE = {category.code: category for category in CATEGORIES}
OTHER = {HAZARD: "hazard_other", HELP: "help_other", WISH: "wish_other"}


def of_kind(kind: Kind) -> tuple[Category, ...]:
    return tuple(category for category in CATEGORIES if category.kind is kind)
