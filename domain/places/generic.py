"""Words for a kind of place that name no single one: they count only near a point that is known."""

from __future__ import annotations

_WORDS = """
路口 街口 门口 楼下 楼上 大门 后门 前门 西门 东门 南门
北门 小区 社区 街道 网格 微网格 大厦 大楼 写字楼 商场 广场
医院 诊所 药店 学校 小学 中学 幼儿园 公园 厕所
公厕 公共厕所 卫生间 停车场 地下停车场 车库 车棚 超市 便利店 菜市场
市场 银行 邮局 派出所 加油站 充电站 充电桩 换电站 公交站 公交车站
地铁站 车站 地铁口 桥 天桥 高架 桥洞 隧道 饭店 餐厅
食堂 宾馆 酒店 网吧 奶茶店 快递站 快递柜 驿站 门卫
保安室 保安亭 岗亭 消防站 工地 仓库 厂房 宿舍 办公楼 教学楼
road street lane building tower gate school hospital park shop market supermarket station
bridge hotel restaurant pharmacy bank toilet toilets parking grid crossing garage mall
"""
GENERIC = frozenset(
    [*_WORDS.split(), "bus stop", "parking lot", "petrol station", "gas station"]
)
"""Normal forms of names that a map gives to many places."""
