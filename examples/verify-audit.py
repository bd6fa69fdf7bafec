#!/usr/bin/env python3
"""Verifies an exported chain of the audit trail, without the service and without trusting it.

Usage: verify-audit.py EXPORT [NUMBER HASH]

EXPORT is the answer of GET /api/v1/audit/export?unit=…, NUMBER and HASH a seal that was kept outside (docs/audit.md).
Prints what was found. Exit status: 0 when the chain holds, 1 when it is broken (the first break is named), 2 when the file
cannot be read, is not complete or holds no seal. What is before the first seal of the export was not verified.
"""
import hashlib
import json
import sys
from datetime import datetime, timedelta

FIELDS = ("actor", "reason", "client_address", "before", "after")
GRACE = timedelta(minutes=15)
ZEROS = "0" * 64


class Broken(Exception):
    def __init__(self, kind, seal=None, row=None):
        super().__init__(kind)
        self.kind, self.seal, self.row = kind, seal, row

    def __str__(self):
        where = "" if self.seal is None else f" seal {self.seal}"
        return self.kind + where + ("" if self.row is None else f" row {self.row}")


def digest(*parts):
    sha = hashlib.sha256()
    for part in parts:
        if part is None:
            sha.update(b"~,")
        else:
            data = str(part).encode("utf-8")
            sha.update(str(len(data)).encode("ascii") + b":" + data + b",")
    return sha.hexdigest()


def instant(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


class Verifier:
    def __init__(self, lines):
        self.lines = lines
        self.header = next(lines)
        if self.header.get("format") != "zhengdun-audit-export-1":
            raise ValueError("not an export of the audit trail")
        self.number = self.header["fromSeal"] - 1
        self.hash = self.header["previous"]
        self.till = instant(self.header["previousRowsTill"])
        self.whole = self.header["fromSeal"] == 1 and self.header["toSeal"] == self.header["lastSeal"]
        self.hashes, self.erased, self.acts = {}, {}, {}
        self.rows = self.withheld = self.waiting = 0

    def run(self, anchor):
        line = self.following()
        if line["type"] != "seal" and self.header["toSeal"] < self.header["fromSeal"]:
            raise ValueError("the export holds no seal: nothing was verified")
        while line["type"] == "seal":
            line = self.seal(line)
            if anchor and self.number == anchor[0] and self.hash != anchor[1]:
                raise Broken("ANCHOR_MISMATCH", self.number)
        if self.number < self.header["toSeal"]:
            raise Broken("SEAL_MISSING", self.number + 1)
        if self.number == self.header["lastSeal"] and self.hash != self.header["lastHash"]:
            raise Broken("SEAL_CHANGED", self.number)
        if anchor and anchor[0] > self.number:
            raise Broken("SEAL_MISSING", anchor[0])
        if anchor and anchor[0] not in self.hashes:
            raise ValueError("the export does not hold the seal that was kept outside")
        added = self.loose(line)
        self.check_erasures()
        if added is not None:
            raise Broken("ROW_ADDED", None, added)

    def following(self):
        line = next(self.lines, None)
        if line is None:
            raise ValueError("the export ends too early")
        return line

    def seal(self, seal):
        number = self.number + 1
        if seal["number"] != number:
            raise Broken("SEAL_MISSING", number)
        if seal["hash"] != digest("zhengdun-audit-seal-1", self.header["chain"], number, seal["rows"], seal["firstId"],
                                  seal["lastId"], seal["rowsHash"], seal["previous"], seal["rowsTill"],
                                  seal["sealedAt"]):
            raise Broken("SEAL_CHANGED", number)
        if seal["previous"] != self.hash or instant(seal["rowsTill"]) < self.till:
            raise Broken("CHAIN_CUT", number)
        found, leaves = 0, hashlib.sha256()
        line = self.following()
        while line["type"] == "row":
            self.row(line, number)
            found += 1
            leaves.update(bytes.fromhex(line["leaf"]))
            line = self.following()
        if found != seal["rows"]:
            raise Broken("ROW_MISSING" if found < seal["rows"] else "ROW_ADDED", number)
        if leaves.hexdigest() != seal["rowsHash"]:
            raise Broken("ROW_CHANGED", number)
        self.number, self.hash, self.till = number, seal["hash"], instant(seal["rowsTill"])
        self.hashes[number] = seal["hash"]
        self.rows += found
        return line

    def row(self, line, number):
        if line.get("withheld"):
            if line["chain"] != self.header["chain"]:
                raise Broken("ROW_CHANGED", number, line["id"])
            self.withheld += 1
            return
        row = line.get("row")
        if row is None:
            raise Broken("ROW_MISSING", number, line["id"])
        texts_hold = all([self.text_holds(line, row, field, number) for field in FIELDS])
        place = row["place"]
        leaf = digest("zhengdun-audit-row-1", row["id"], row["at"], row["accountId"], row["role"], row["unitId"],
                      "/".join(map(str, place)), row["action"], row["entity"], row["entityId"], row["traceId"],
                      *(line["commitments"][field] for field in FIELDS))
        chain = place[1] if len(place) > 1 else place[0]
        if not texts_hold or leaf != line["leaf"] or row["id"] != line["id"] or chain != self.header["chain"]:
            raise Broken("ROW_CHANGED", number, line["id"])
        if instant(row["at"]) < self.till - GRACE:
            raise Broken("ORDER_BROKEN", number, line["id"])
        self.remember_act(row)

    def remember_act(self, row):
        if row["entity"] == "audit" and row["action"] == "audit.erasure.approve":
            self.acts.setdefault(row["entityId"], set()).update(
                field.lower() for field in json.loads(row["after"])["fields"])

    def text_holds(self, line, row, field, number):
        salt, commitment, text = line["salts"][field], line["commitments"][field], row[field]
        if commitment is None:
            return text is None
        if salt is None:
            self.erased[(line["id"], field)] = number
            return text is None or text == "*"
        return text is not None and commitment == digest("zhengdun-audit-text-1", field, salt, text)

    def check_erasures(self):
        """A text that is gone without the act of two people was changed; a part of a chain may not hold the act."""
        if not self.whole or self.withheld:
            return
        for (row, field), number in sorted(self.erased.items(), key=lambda item: (item[1], item[0])):
            if field not in self.acts.get(str(row), ()):
                raise Broken("ROW_CHANGED", number, row)

    def loose(self, line):
        count, added = 0, None
        while line["type"] == "loose":
            count += 1
            if not line.get("withheld"):
                self.remember_act(line["row"])
            too_old = self.number > 0 and instant(line["at"]) < self.till - GRACE
            if added is None and (too_old or line["elsewhere"]):
                added = line["id"]
            line = self.following()
        if line["type"] != "end" or line["looseRows"] != count:
            raise ValueError("the export is not complete")
        self.waiting = count
        return added


def main(arguments):
    if len(arguments) not in (1, 3):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        anchor = (int(arguments[1]), arguments[2]) if len(arguments) == 3 else None
        with open(arguments[0], encoding="utf-8") as export:
            verifier = Verifier(json.loads(line) for line in export)
            verifier.run(anchor)
    except Broken as broken:
        print("BROKEN", broken)
        return 1
    except (OSError, ValueError, KeyError, StopIteration) as unreadable:
        print("UNREADABLE", unreadable)
        return 2
    texts = len({row for row, _ in verifier.erased})
    print(f"INTACT chain {verifier.header['chain']} from seal {verifier.header['fromSeal']} up to seal {verifier.number} "
          f"{verifier.hash}: {verifier.rows} rows, "
          f"{texts} with erased texts, {verifier.withheld} withheld, {verifier.waiting} not sealed yet")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
