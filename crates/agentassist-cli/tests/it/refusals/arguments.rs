//! Command lines that make no sense.

use insta::assert_snapshot;

use super::transcript;
use crate::program::Program;

/// What was said of each of the command lines, without the usage that follows.
fn refused(lines: &[&str]) -> String {
    let told = transcript(&Program::new(), lines);
    let usage = |line: &&str| {
        !line.is_empty() && !line.starts_with("Usage: ") && !line.starts_with("For more ")
    };
    told.lines().filter(usage).map(|line| line.to_owned() + "\n").collect()
}

#[test]
fn of_the_program() {
    assert_snapshot!(refused(&["chekc .", "--verbose", "contacts lst"]), @r"
    $ chekc .
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: unrecognized subcommand 'chekc'
      tip: a similar subcommand exists: 'check'
    $ --verbose
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: unexpected argument '--verbose' found
      tip: a similar argument exists: '--version'
    $ contacts lst
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: unrecognized subcommand 'lst'
      tip: a similar subcommand exists: 'list'
    ");
}

#[test]
fn of_listing() {
    assert_snapshot!(refused(&[
        "contacts list --page-size -3",
        "contacts list --page-size many",
        "contacts list --page-size 0",
        "contacts list --max-items 3 --all",
        "contacts list --checkpoint place",
        "contacts list -o xml",
        "contacts list --requests-per-minute often",
        "contacts list --token-file a --client-secret-file b",
        "contacts list --token secret",
        "contacts list --record -",
    ]), @r"
    $ contacts list --page-size -3
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: unexpected argument '-3' found
    $ contacts list --page-size many
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value 'many' for '--page-size <NUMBER>': give a number from 1 on
    $ contacts list --page-size 0
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value '0' for '--page-size <NUMBER>': give a number from 1 on
    $ contacts list --max-items 3 --all
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the argument '--max-items <NUMBER>' cannot be used with '--all'
    $ contacts list --checkpoint place
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the following required arguments were not provided:
      --all
    $ contacts list -o xml
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value 'xml' for '--output <FORM>'
      [possible values: table, json, ndjson, csv, yaml]
      tip: a similar value exists: 'yaml'
    $ contacts list --requests-per-minute often
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value 'often' for '--requests-per-minute <NUMBER>': give a number such as 60
    $ contacts list --token-file a --client-secret-file b
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the argument '--token-file <FILE>' cannot be used with '--client-secret-file <FILE>'
    $ contacts list --token secret
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: unexpected argument '--token' found
      tip: a similar argument exists: '--token-file'
    $ contacts list --record -
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value '-' for '--record <FILE>': standard output has the result: give the name of a file
    ");
}

#[test]
fn of_updating() {
    assert_snapshot!(refused(&[
        "contacts update",
        "contacts update a/b --first-name Ada",
        "contacts update 1 --first-name Ada --json changes.json",
        "contacts update 1 --target sandbox",
    ]), @r"
    $ contacts update
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the following required arguments were not provided:
      <ID>
    $ contacts update a/b --first-name Ada
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value 'a/b' for '<ID>': the id of a contact is not empty, has no slash, and is none of `.`, `..`, `bulk-delete` and `bulk-update`
    $ contacts update 1 --first-name Ada --json changes.json
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the argument '--json <FILE>' cannot be used with:
      --first-name <TEXT>
      --last-name <TEXT>
      --salutation <TEXT>
      --phone-number <DIGITS>
      --country-code <CODE>
      --extension <PREFIX>
    $ contacts update 1 --target sandbox
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: nothing to change: give an option such as --first-name, or --json FILE
    ");
}

#[test]
fn of_deleting() {
    assert_snapshot!(refused(&[
        "contacts delete",
        "contacts delete bulk-delete",
        "contact-lists delete",
        "contact-lists delete a/b",
    ]), @r"
    $ contacts delete
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the following required arguments were not provided:
      <ID>
    $ contacts delete bulk-delete
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value 'bulk-delete' for '<ID>': the id of a contact is not empty, has no slash, and is none of `.`, `..`, `bulk-delete` and `bulk-update`
    $ contact-lists delete
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the following required arguments were not provided:
      <ID>
    $ contact-lists delete a/b
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value 'a/b' for '<ID>': the id of a contact list is not empty, `.` or `..`, and has no slash
    ");
}

#[test]
fn of_bulk_deleting() {
    assert_snapshot!(refused(&[
        "contacts bulk-delete a/b",
        "contacts bulk-delete --yes apply plan.toml",
        "contacts bulk-delete --yes plan 1 2",
        "contacts bulk-delete --yes help",
        "contacts bulk-delete --yes -",
        "contacts bulk-delete 1 --batch-size 0",
        "contacts bulk-delete 1 --batch-size 1001",
        "contacts bulk-delete plan 1",
        "contacts bulk-delete plan --out plan.toml",
        "contacts bulk-delete apply",
        "contacts bulk-delete apply plan.toml --retry deleted",
    ]), @r"
    $ contacts bulk-delete a/b
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value 'a/b' for '[ID]...': the id of a contact is not empty, has no slash, and is none of `.`, `..`, `bulk-delete` and `bulk-update`
    $ contacts bulk-delete --yes apply plan.toml
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value 'apply' for '[ID]...': that is a command, and comes before the options: `bulk-delete apply …`; the id of a contact that is called so can be given in a file with --ids-from
    $ contacts bulk-delete --yes plan 1 2
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value 'plan' for '[ID]...': that is a command, and comes before the options: `bulk-delete plan …`; the id of a contact that is called so can be given in a file with --ids-from
    $ contacts bulk-delete --yes help
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value 'help' for '[ID]...': that is a command, and comes before the options: `bulk-delete help …`; the id of a contact that is called so can be given in a file with --ids-from
    $ contacts bulk-delete --yes -
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value '-' for '[ID]...': for ids from standard input give --ids-from -
    $ contacts bulk-delete 1 --batch-size 0
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value '0' for '--batch-size <NUMBER>': 0 is not in 1..=1000
    $ contacts bulk-delete 1 --batch-size 1001
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value '1001' for '--batch-size <NUMBER>': 1001 is not in 1..=1000
    $ contacts bulk-delete plan 1
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the following required arguments were not provided:
      --out <FILE>
    $ contacts bulk-delete plan --out plan.toml
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: no contact is named: give ids, or --ids-from FILE
    $ contacts bulk-delete apply
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the following required arguments were not provided:
      <PLAN>
    $ contacts bulk-delete apply plan.toml --retry deleted
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value 'deleted' for '--retry <OUTCOMES>'
      [possible values: failed, unknown]
    ");
}

#[test]
fn of_tokens() {
    assert_snapshot!(refused(&[
        "auth token --lifetime 0",
        "auth token --lifetime 3601 --single-use-tokens --target sandbox",
    ]), @r"
    $ auth token --lifetime 0
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value '0' for '--lifetime <SECONDS>': 0 is not in 1..=31536000
    $ auth token --lifetime 3601 --single-use-tokens --target sandbox
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --lifetime is too long: a token with a `jti` may live for 3600 seconds at most
    ");
}

#[test]
fn of_judging() {
    assert_snapshot!(refused(&[
        "check",
        "check . --min-coverage 101",
        "check . --min-coverage shoes=1",
        "check . --deny everything",
        "check . --format xml",
        "check . --shard 5/4",
        "check . --shard 1/2 --format json",
        "check . --dealt",
        "check . --update-baseline",
        "merge",
        "explain no-such-rule",
        "explain parameter-invalid --report-schema",
        "contract --disposable-contact 1",
    ]), @r"
    $ check
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the following required arguments were not provided:
      <PATH>...
    $ check . --min-coverage 101
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value '101' for '--min-coverage <PERCENT>': give a number from 0 to 100
    $ check . --min-coverage shoes=1
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value 'shoes=1' for '--min-coverage <PERCENT>': `shoes` is none of operations, answers, mediaTypes, parameters, properties, enumValues, rules
    $ check . --deny everything
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value 'everything' for '--deny <WHAT>'
      [possible values: warnings]
    $ check . --format xml
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value 'xml' for '--format <FORMAT>'
      [possible values: pretty, json, ndjson, junit, sarif, github, markdown]
    $ check . --shard 5/4
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value '5/4' for '--shard <INDEX/COUNT>': a shard is written as `2/4`: which one, counted from 1, and of how many
    $ check . --shard 1/2 --format json
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the argument '--shard <INDEX/COUNT>' cannot be used with '--format <FORMAT>'
    $ check . --dealt
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the following required arguments were not provided:
      --shard <INDEX/COUNT>
    $ check . --update-baseline
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the following required arguments were not provided:
      --baseline <FILE>
    $ merge
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the following required arguments were not provided:
      <FILE>...
    $ explain no-such-rule
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value 'no-such-rule' for '[RULE]': there is no such rule: `explain` lists them all
    $ explain parameter-invalid --report-schema
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the argument '[RULE]' cannot be used with '--report-schema'
    $ contract --disposable-contact 1
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the following required arguments were not provided:
      --allow-writes
    ");
}

#[test]
fn of_serving() {
    assert_snapshot!(refused(&[
        "sandbox --rate-limit 0",
        "sandbox --contacts 1000001",
        "sandbox --listen nowhere",
        "sandbox --ephemeral --database state",
        "record --out out.ndjson",
        "record --upstream platform.kore.ai",
        "record --upstream http://platform.example --out out.ndjson",
        "record --upstream platform.example --out out.ndjson --listen 0.0.0.0:0",
    ]), @r"
    $ sandbox --rate-limit 0
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value '0' for '--rate-limit <NUMBER>': 0 is not in 1..=4294967295
    $ sandbox --contacts 1000001
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value '1000001' for '--contacts <NUMBER>': 1000001 is not in 0..=1000000
    $ sandbox --listen nowhere
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value 'nowhere' for '--listen <ADDRESS>': invalid socket address syntax
    $ sandbox --ephemeral --database state
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the argument '--ephemeral' cannot be used with '--database <FILE>'
    $ record --out out.ndjson
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the following required arguments were not provided:
      --upstream <URL>
    $ record --upstream platform.kore.ai
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the following required arguments were not provided:
      --out <FILE>
    $ record --upstream http://platform.example --out out.ndjson
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --upstream cannot be used, it is another machine by plain http, which shows the token: give something like https://platform.kore.ai
    $ record --upstream platform.example --out out.ndjson --listen 0.0.0.0:0
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --listen 0.0.0.0:0 is reached from other machines, and tokens come by plain HTTP: take a loopback address such as 127.0.0.1:0, or add --allow-remote
    ");
}

#[test]
fn of_the_rest() {
    assert_snapshot!(refused(&["completions tcsh", "completions", "man agentassist"]), @r"
    $ completions tcsh
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: invalid value 'tcsh' for '<SHELL>'
      [possible values: bash, elvish, fish, powershell, zsh]
      tip: a similar value exists: 'zsh'
    $ completions
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the following required arguments were not provided:
      <SHELL>
    $ man agentassist
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: unexpected argument 'agentassist' found
    ");
}
