"""Prints the rates as a table, and how many times as fast the one pass is."""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    rates = [json.loads(line) for line in file]
ours = rates[0]["rate"]
print(f"{'validator':<28} {'MB/s':>8} {'one pass is':>12}")
for row in sorted(rates, key=lambda row: -row["rate"]):
    print(f"{row['name']:<28} {row['rate'] / 1e6:>8.0f} {ours / row['rate']:>10.1f} x")
