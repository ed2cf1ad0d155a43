"""Prints the rates as a table, and how many times as fast the first of them is."""

import json
import sys

ratio, path = sys.argv[1:]
with open(path, encoding="utf-8") as file:
    rates = [json.loads(line) for line in file]
ours = rates[0]["rate"]
print(f"{'validator':<32} {'MB/s':>8} {ratio:>14}")
for row in sorted(rates, key=lambda row: -row["rate"]):
    print(f"{row['name']:<32} {row['rate'] / 1e6:>8.0f} {ours / row['rate']:>12.1f} x")
