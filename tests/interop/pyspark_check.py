"""Judges a file of exchanges on Spark: each line goes to one of so many shards of a check.

usage: pyspark_check.py AGENTASSIST NDJSON FOLDER SHARDS MASTER
Leaves what each shard has written in FOLDER, for `agentassist merge`.
"""

import itertools
import shlex
import sys

from pyspark.sql import SparkSession


def main(agentassist, exchanges, folder, shards, master):
    spark = SparkSession.builder.master(master).appName("agentassist check").getOrCreate()
    lines = spark.sparkContext.textFile(exchanges, shards).filter(lambda line: line.strip())
    # The n-th line goes to the shard n modulo the count, with the order kept.
    dealt = (
        lines.zipWithIndex()
        .map(lambda pair: (pair[1], pair[0]))
        .repartitionAndSortWithinPartitions(shards, lambda number: number % shards)
        .values()
        # A command does not know which partition it is given: the first line says it.
        .mapPartitionsWithIndex(
            lambda index, part: itertools.chain([f"{index + 1}/{shards}"], part)
        )
    )
    # `read` takes one line and leaves the rest to the program.
    check = f'read -r shard && exec {shlex.quote(agentassist)} check - --dealt --shard "$shard"'
    dealt.pipe("sh -c " + shlex.quote(check), checkCode=True).saveAsTextFile(folder)
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5])
