"""A small town that the tests look for places in."""

from __future__ import annotations

from domain.messages import Place
from domain.places.areas import area_entry
from domain.places.entries import AREA, ROAD, Entry
from domain.places.gazetteer import Gazetteer


def at(metres_north: float, metres_east: float = 0) -> Place:
    """A place so far from the town's middle, near enough."""
    return Place(24.5 + metres_north / 111_195, 118.1 + metres_east / 101_180)


MIDDLE = at(0)
ENTRIES = (
    area_entry("G05", "和平里网格"),
    area_entry("G26", "体育场网格"),
    Entry("文昌街道", "S4", kind=AREA),
    Entry("滨河路", place=at(100), kind=ROAD),
    Entry("文昌路", place=at(200), kind=ROAD),
    Entry("解放路", place=at(300), kind=ROAD),
    Entry("长江路", place=at(350), kind=ROAD),
    Entry("滨河路桥洞", place=at(110)),
    Entry("文昌路与解放路交叉口", place=at(250), kind="crossing"),
    Entry("文昌邮局", "G26", at(210), ("文昌路12号", "邮局大楼")),
    Entry("文昌路35号", "G26", at(230), kind="building"),
    Entry("文昌路36号", "G05", at(231), kind="building"),
    Entry("人民路180号", place=at(900), kind="building"),
    Entry("银杏小区", "G05", at(400)),
    Entry("幸福小区", place=at(450)),
    Entry("幸福小区3号楼", "G26", at(460), kind="building"),
    Entry("幸福小区13号楼", "G26", at(480), kind="building"),
    Entry("锦绣江南9栋", place=at(500), kind="building"),
    Entry("银泰Ａ座", place=at(550), kind="building"),
    Entry("银泰", place=at(555)),
    Entry("城东菜市场", place=at(600)),
    Entry("市第一实验小学", "G05", at(650), ("市一小", "实验小学")),
    Entry("万达广场", place=at(700), aliases=("万达",)),
    Entry("蜜雪冰城（万达广场店）", "G26", at(705), kind="shop"),
    Entry("蜜雪冰城（客运站店）", "G05", at(5000), kind="shop"),
    Entry("公共厕所", place=at(50), kind="amenity"),
    Entry("公共厕所", place=at(5000), kind="amenity"),
    Entry("Wanda Plaza", place=at(700), aliases=("Wanda",)),
    Entry("Renmin Road", place=at(950), kind=ROAD),
    Entry("188 Renmin Rd", place=at(960), kind="building"),
    Entry("Jiefang Rd & Wenchang Rd crossing", place=at(250)),
    Entry("Tower B", place=at(800), kind="building"),
    Entry("Café Müller", place=at(820), kind="shop"),
)
TOWN = Gazetteer(ENTRIES)
