#!/usr/bin/env python3
"""Draws a spot-check sample again from its exports, as docs/spot-checks.md describes; needs nothing but Python 3.

    recompute-sample.py sample.json population.json draws.json [items.json]

The files are answers of GET /samples/{id}, /samples/{id}/population, /draws and /items; several pages of a list may
follow one another in a file. Prints one line "draw<TAB>stratum<TAB>case number" per drawn case. Ends with 1 when the
population does not have the published digest, with 2 when the items given differ from what was drawn or nothing is drawn yet.
"""

import hashlib
import json
import sys


def read(path):
    """Every item of the pages in a file; a file with one object that is no page stands for itself."""
    decoder, items = json.JSONDecoder(), []
    with open(path, encoding="utf-8") as file:
        rest = file.read().strip()
    while rest:
        value, end = decoder.raw_decode(rest)
        items += value["items"] if "items" in value else [value]
        rest = rest[end:].strip()
    return items


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def shares(size, urns):
    """How many cases each stratum gives: rounded down, the rest to the largest remainders, ties to the first label."""
    everything = sum(len(urn) for urn in urns.values())
    given = {label: size * len(urn) // everything for label, urn in urns.items()}
    by_remainder = sorted(urns, key=lambda label: (-(size * len(urns[label]) % everything), label.encode("utf-8")))
    for label in by_remainder[: size - sum(given.values())]:
        given[label] += 1
    return given


def drawings(sample, population, draws):
    stratum = {member["caseNumber"]: member["stratum"] for member in population}
    urns = {}
    for number in sorted(stratum, key=lambda number: (sha256(sample["seed"] + ":" + number), number)):
        urns.setdefault(stratum[number], []).append(number)
    for draw in sorted(draws, key=lambda draw: draw["draw"]):
        if "replaces" in draw:
            label = stratum[draw["replaces"]]
            taken = {label: min(1, len(urns[label]))}
        else:
            taken = shares(draw["size"], urns)
        for label in sorted(taken, key=lambda label: label.encode("utf-8")):
            for _ in range(taken[label]):
                yield draw["draw"], label, urns[label].pop(0)


def main(arguments):
    sample, population, draws = read(arguments[0])[0], read(arguments[1]), read(arguments[2])
    if "seed" not in sample:
        print("the sample is not drawn: it has no seed yet", file=sys.stderr)
        return 2
    members = sorted(population, key=lambda member: member["caseNumber"].encode("utf-8"))
    listing = "".join(member["caseNumber"] + "\t" + member["stratum"] + "\n" for member in members)
    if sha256(listing) != sample["populationDigest"]:
        print("the population is not the published one", file=sys.stderr)
        return 1
    drawn = list(drawings(sample, population, draws))
    for draw, label, number in drawn:
        print(draw, label, number, sep="\t")
    if len(arguments) > 3:
        items = sorted((item["draw"], item["stratum"], item["caseNumber"]) for item in read(arguments[3]))
        if items != sorted(drawn):
            print("the items are not the ones that the seed draws", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
