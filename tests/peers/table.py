"""Joins what the peers and the judge say into tables.

table.py CORPUS ANSWERS... writes JSON beside the corpus (peers.json) and prints Markdown: one table
of all cases, and one of the rules on messages.

- A defect is *caught* by who says something, at any level, of its exchanges that they do not say
  of the exchanges it starts from. *Something* is a kind of problem at a place.
- A clean case is a *false alarm* of who calls anything in it an error or a warning.
- Who fails over an exchange of a case, and catches nothing in it, has *crashed*.
"""

import json
import os
import sys
from collections import Counter

import corpus

MESSAGES = ["request", "response"]
GROUPS = [*MESSAGES, "answer", "sequence"]
JUDGE = "agentassist"
# Where each one looks at all. Nobody but the judge relates what one answer says, or two exchanges.
REACH = {
    JUDGE: GROUPS,
    "drift": ["request", "response"],
    "prism": ["request", "response"],
    "openapi-core": ["request", "response"],
    "schemathesis": ["response"],
}


def outcome(case, before, after, crashes):
    """`caught`, `missed` or `crashed` for a defect; `false alarm`, `quiet` or `crashed` for a clean case."""
    if case["group"] == "clean":
        is_loud = any(it["level"] != "info" for it in after)
        return "false alarm" if is_loud else "crashed" if crashes else "quiet"
    known = {(it["kind"], it["place"]) for it in before}
    is_caught = any((it["kind"], it["place"]) not in known for it in after)
    return "caught" if is_caught else "crashed" if crashes else "missed"


def outcomes(cases, answers):
    """For each tool, the outcome of each case, with what it says."""
    found = {JUDGE: {}}
    for case in cases:
        judge = case["judge"]
        result = outcome(case, judge["base"], judge["exchanges"], [])
        found[JUDGE][case["name"]] = {"outcome": result, "said": judge["exchanges"]}
        for peer, of_exchange in answers.items():
            keys = lambda part: [corpus.key(it) for it in corpus.shown(case[part])]
            gather = lambda part, what: [of_exchange[key].get(what) for key in keys(part)]
            flat = lambda part: [it for said in gather(part, "said") for it in said or []]
            crashes = [it for it in gather("exchanges", "crash") if it]
            result = outcome(case, flat("base"), flat("exchanges"), crashes)
            shown = {"outcome": result, "said": flat("exchanges")}
            found.setdefault(peer, {})[case["name"]] = shown | ({"crash": crashes} if crashes else {})
    return found


def row(*cells):
    return "| " + " | ".join(map(str, cells)) + " |"


def head(first, *others):
    return [row(first, *others), "|---|" + "--:|" * len(others)]


def main():
    path, *files = sys.argv[1:]
    cases = corpus.cases(path)
    answers = {peer: {} for peer in REACH if peer != JUDGE}
    for file in files:
        with open(file, encoding="utf-8") as lines:
            for answer in map(json.loads, lines):
                answers[answer["peer"]][answer["key"]] = answer
    found = outcomes(cases, {peer: answer for peer, answer in answers.items() if answer})
    with open(os.path.join(os.path.dirname(path), "peers.json"), "w", encoding="utf-8") as file:
        json.dump({"reach": REACH, "cases": found}, file, indent=1)

    peers = [peer for peer in REACH if peer in found]
    counts = Counter(
        (peer, part, found[peer][case["name"]]["outcome"])
        for peer in peers
        for case in cases
        for part in (case["group"], "rule " + case["rule"])
    )
    sizes = Counter(part for case in cases for part in (case["group"], "rule " + case["rule"]))

    def share(peer, parts):
        return f"{sum(counts[peer, it, 'caught'] for it in parts)} of {sum(sizes[it] for it in parts)}"

    def crashed(peer):
        return sum(counts[peer, it, "crashed"] for it in [*GROUPS, "clean"])

    lines = head("", *peers)
    lines.append(row("**caught**", *(share(peer, GROUPS) for peer in peers)))
    for group in GROUPS:
        lines.append(row(f"in {group}s", *(share(peer, [group]) for peer in peers)))
    lines.append(row("within its reach", *(share(peer, REACH[peer]) for peer in peers)))
    alarms = (f"{counts[peer, 'clean', 'false alarm']} of {sizes['clean']}" for peer in peers)
    lines.append(row("**false alarms**", *alarms))
    lines.append(row("crashed", *map(crashed, peers)))
    lines += ["", *head("rule", "cases", *peers)]
    for rule in sorted({case["rule"] for case in cases if case["group"] in MESSAGES}):
        caught = (counts[peer, "rule " + rule, "caught"] for peer in peers)
        lines.append(row(rule, sizes["rule " + rule], *caught))
    print("\n".join(lines))


main()
