"""Holds the tables and the counts of the documentation against what was counted.

docs.py CORPUS TABLES --check|--update, in the folder of the project; TABLES is what table.py prints,
with peers.json beside it.
"""

import json
import pathlib
import re
import sys

import corpus

MESSAGES = ("request", "response")


def put(text, pattern, made):
    """The text with the one place that the pattern finds made anew."""
    new, count = re.subn(pattern, lambda _: made, text, flags=re.MULTILINE)
    if count != 1:
        sys.exit(f"FAIL `{pattern}` is found {count} times")
    return new


def main():
    path, tables, mode = sys.argv[1:]
    cases = corpus.cases(path)
    of_all, of_rules = pathlib.Path(tables).read_text(encoding="utf-8").strip().split("\n\n")
    told = json.loads(pathlib.Path(path).with_name("peers.json").read_text(encoding="utf-8"))["cases"]
    peers = [told[peer] for peer in told if peer != "agentassist"]
    caught = {name for peer in peers for name, said in peer.items() if said["outcome"] == "caught"}

    defects = [case for case in cases if case["group"] != "clean"]
    others = {case["rule"] for case in defects} - {
        case["rule"] for case in defects if case["group"] in MESSAGES
    }
    if any(case["rule"] in others and case["name"] in caught for case in defects):
        sys.exit("FAIL a case of a rule on answers or sequences is caught, and docs/corpus.md denies it")
    clean = len(cases) - len(defects)

    table = r"^\| *{}.*(?:\n\|.*)*$"
    made = {
        "docs/corpus.md": [
            (table.format(r"\| agentassist \|"), of_all),
            (table.format(r"rule \| cases \|"), of_rules),
            (r"holds \d+ cases\.", f"holds {len(cases)} cases."),
            (r"^\d+ cases are defects:", f"{len(defects)} cases are defects:"),
            (r"^\d+ are clean:", f"{clean} are clean:"),
            (r"^\d+ of the \d+ are caught by", f"{len(caught)} of the {len(defects)} are caught by"),
            (r"^The other \d+ rules are", f"The other {len(others)} rules are"),
        ],
        "README.md": [
            (
                r"how many of \d+ are caught, and that none of \d+ clean",
                f"how many of {len(defects)} are caught, and that none of {clean} clean",
            ),
        ],
    }
    for name, places in made.items():
        file = pathlib.Path(name)
        before = after = file.read_text(encoding="utf-8")
        for pattern, text in places:
            after = put(after, pattern, text)
        if mode == "--update":
            file.write_text(after, encoding="utf-8")
        elif before != after:
            stale = set(before.splitlines()) - set(after.splitlines())
            lines = [line for line in before.splitlines() if line in stale]
            sys.exit("\n".join([f"FAIL {name} has lines that no longer hold:", *lines]))
    print("ok   the tables and counts of docs/corpus.md and README.md")


main()
