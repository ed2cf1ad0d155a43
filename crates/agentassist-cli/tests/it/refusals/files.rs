//! Files that cannot be read or written, or that hold something else.

use std::net::TcpListener;

use insta::assert_snapshot;

use super::transcript;
use crate::program::{Program, show};

const PLACE: &str =
    r#"{"target":"h","account_id":"a","stream_id":"s","position":1,"complete":false}"#;

#[test]
fn checkpoints() {
    let program = Program::new()
        .with_file("notes", "notes")
        .with_file("other", PLACE)
        .with_file("long", "x".repeat(65 * 1024));
    assert_snapshot!(transcript(&program, &[
        "contacts list --target sandbox --all --checkpoint place -o table",
        "contacts list --target sandbox --all --checkpoint notes",
        "contacts list --target sandbox --all --checkpoint other",
        "contacts list --target sandbox --all --checkpoint long",
        "contacts list --target sandbox --all --checkpoint .",
    ]), @r"
    $ contacts list --target sandbox --all --checkpoint place -o table
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --checkpoint needs an output that can be continued: give -o ndjson or -o csv

    $ contacts list --target sandbox --all --checkpoint notes
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: notes is no checkpoint of a listing

    $ contacts list --target sandbox --all --checkpoint other
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: other is the checkpoint of another target, account or stream

    $ contacts list --target sandbox --all --checkpoint long
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the checkpoint long: it is longer than 65536 bytes

    $ contacts list --target sandbox --all --checkpoint .
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the checkpoint .: Is a directory (os error 21)
    ");
}

#[test]
fn a_checkpoint_that_cannot_be_written_is_told_before_anything_is_listed() {
    let list = ["contacts", "list", "--all", "--checkpoint", "gone/place", "--target", "sandbox"];
    assert_snapshot!(Program::new().run(&list), @r"
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot write the checkpoint gone/place: No such file or directory (os error 2)
    ");
}

#[test]
fn changes() {
    let program = Program::new()
        .with_file("text", "Ada")
        .with_file("list", "[]")
        .with_file("unknown", r#"{"nickname": "Ada"}"#)
        .with_file("number", r#"{"firstName": 5550100}"#)
        .with_file("nothing", "{}");
    let line = |file| format!("contacts update 1 --target sandbox --json {file}");
    let lines = ["text", "list", "unknown", "number", "nothing", "no-such-file"].map(line);
    assert_snapshot!(transcript(&program, &lines.each_ref().map(String::as_str)), @r"
    $ contacts update 1 --target sandbox --json text
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: text: it is no JSON, from line 1 on

    $ contacts update 1 --target sandbox --json list
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: list: it is no JSON object

    $ contacts update 1 --target sandbox --json unknown
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: unknown: `nickname` cannot be changed: there is firstName, lastName, salutation, cellPhone

    $ contacts update 1 --target sandbox --json number
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: number: every field is a text in quotes

    $ contacts update 1 --target sandbox --json nothing
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: nothing to change: give an option such as --first-name, or --json FILE

    $ contacts update 1 --target sandbox --json no-such-file
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the changes in no-such-file: No such file or directory (os error 2)
    ");
}

#[test]
fn ids() {
    let program = Program::new()
        .with_file("none", "# nobody\n")
        .with_file("names", "Ada King\n")
        .with_file("slash", "1\na/b\n")
        .with_file("csv", "id,fullName\n,Ada\n")
        .with_file("json", "{\"fullName\": \"Ada\"}")
        .with_file("cut", "[{\"id\": \"1\"}");
    let line = |file| format!("contacts bulk-delete --yes --target sandbox --ids-from {file}");
    let lines = ["none", "names", "slash", "csv", "json", "cut", "no-such-file", "."].map(line);
    assert_snapshot!(transcript(&program, &lines.each_ref().map(String::as_str)), @r"
    $ contacts bulk-delete --yes --target sandbox --ids-from none
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: no contact is named: give ids, or --ids-from FILE

    $ contacts bulk-delete --yes --target sandbox --ids-from names
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: names: line 1 is more than an id: give one id on each line, or NDJSON, JSON or CSV

    $ contacts bulk-delete --yes --target sandbox --ids-from slash
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: slash: line 2: that cannot be the id of a contact

    $ contacts bulk-delete --yes --target sandbox --ids-from csv
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: csv: row 1 has no `id`

    $ contacts bulk-delete --yes --target sandbox --ids-from json
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: json: contact 1 has no `id`

    $ contacts bulk-delete --yes --target sandbox --ids-from cut
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: cut: no JSON from line 1 on

    $ contacts bulk-delete --yes --target sandbox --ids-from no-such-file
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the ids in no-such-file: No such file or directory (os error 2)

    $ contacts bulk-delete --yes --target sandbox --ids-from .
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the ids in .: Is a directory (os error 21)
    ");
}

#[test]
fn plans() {
    let plan = "version = 1\ntarget = 'sandbox'\naccount_id = 'a'\nstream_id = 's'\n";
    let program = Program::new()
        .with_file("text", "notes")
        .with_file("newer", format!("{}contacts = []\n", plan.replace('1', "2")))
        .with_file("route", format!("{plan}contacts = [{{ id = 'bulk-delete' }}]\n"))
        .with_file("field", format!("{plan}contacts = [{{ id = '1', nmae = 'x' }}]\n"))
        .with_file("other", format!("{plan}contacts = [{{ id = '1' }}]\n"))
        .with_file("there", "");
    assert_snapshot!(transcript(&program, &[
        "contacts bulk-delete apply text --yes --target sandbox",
        "contacts bulk-delete apply newer --yes --target sandbox",
        "contacts bulk-delete apply route --yes --target sandbox",
        "contacts bulk-delete apply field --yes --target sandbox",
        "contacts bulk-delete apply other --yes --target sandbox",
        "contacts bulk-delete apply no-such-file --yes --target sandbox",
        "contacts bulk-delete apply . --yes --target sandbox",
        "contacts bulk-delete plan 1 --out there --target sandbox",
        "contacts bulk-delete plan 1 --out gone/plan --target sandbox",
    ]), @r"
    $ contacts bulk-delete apply text --yes --target sandbox
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: text is no plan to apply: line 1: key with no value, expected `=`

    $ contacts bulk-delete apply newer --yes --target sandbox
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: newer is no plan to apply: it has the version 2, not 1

    $ contacts bulk-delete apply route --yes --target sandbox
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: route is no plan to apply: contact 1: that cannot be the id of a contact

    $ contacts bulk-delete apply field --yes --target sandbox
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: field is no plan to apply: line 5: unknown field `nmae`, expected `id` or `name`

    $ contacts bulk-delete apply other --yes --target sandbox
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: other was made for another target, account or stream (sandbox, a, s)

    $ contacts bulk-delete apply no-such-file --yes --target sandbox
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the plan no-such-file: No such file or directory (os error 2)

    $ contacts bulk-delete apply . --yes --target sandbox
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the plan .: Is a directory (os error 21)

    $ contacts bulk-delete plan 1 --out there --target sandbox
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: there is there already: remove it, or choose another name: File exists (os error 17)

    $ contacts bulk-delete plan 1 --out gone/plan --target sandbox
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot write the plan gone/plan: No such file or directory (os error 2)
    ");
}

#[test]
fn outcomes() {
    let program = Program::new().with_file("notes", "notes\n");
    let plan = ["contacts", "bulk-delete", "plan", "1", "--out", "plan", "--target", "sandbox"];
    assert!(program.run(&plan).starts_with("exit code: 0\n"));
    assert_snapshot!(transcript(&program, &[
        "contacts bulk-delete apply plan --yes --target sandbox --outcomes notes",
        "contacts bulk-delete apply plan --yes --target sandbox --outcomes gone/outcomes",
        "contacts bulk-delete apply plan --yes --target sandbox --outcomes .",
        "contacts bulk-delete apply plan --yes --target sandbox --outcomes /dev/null",
    ]), @r"
    $ contacts bulk-delete apply plan --yes --target sandbox --outcomes notes
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: notes, line 1, is no outcome

    $ contacts bulk-delete apply plan --yes --target sandbox --outcomes gone/outcomes
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot open the outcomes gone/outcomes: No such file or directory (os error 2)

    $ contacts bulk-delete apply plan --yes --target sandbox --outcomes .
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot open the outcomes .: Is a directory (os error 21)

    $ contacts bulk-delete apply plan --yes --target sandbox --outcomes /dev/null
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: /dev/null is no regular file: outcomes are read again by the next run
    ");
    assert_eq!(program.read("notes"), "notes\n");
}

#[test]
fn recordings_and_reports() {
    let program = Program::new()
        .with_recording("r.json", "listContacts/200-last-page.json", str::to_owned)
        .with_file("text", "notes")
        .with_file("shard", "");
    let told = transcript(
        &program,
        &[
            "contacts list --target sandbox --record gone/r.ndjson",
            "check no-such-file",
            "check text",
            "check r.json --baseline no-such-file --format ndjson",
            "check r.json --baseline text --format ndjson",
            "check r.json --baseline gone/baseline --update-baseline --format ndjson",
            "merge no-such-file",
            "merge shard",
            "contract --out text",
            "contract --record-into text",
            "man --out text",
        ],
    );
    assert_snapshot!(told, @r"
    $ contacts list --target sandbox --record gone/r.ndjson
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot write the recording gone/r.ndjson: No such file or directory (os error 2)

    $ check no-such-file
    exit code: 3
    --- stdout ---
    Coverage
      listContacts        200: -     4XX: -     5XX: -
      updateContact       200: -     4XX: -     5XX: -
      deleteContact       200: -     4XX: -     5XX: -
      bulkDeleteContacts  200: -     4XX: -     5XX: -
      deleteContactList   200: -     4XX: -     5XX: -
      0 of 5 operations, 0 of 15 documented answers (0 %)
      0 of 16 parameters, 0 of 189 properties, 0 of 22 known values, 0 of 31 rules on meaning

    Checked 0 exchanges in 0 files: 0 errors, 0 warnings, 0 notes
    --- stderr ---
    error: cannot read no-such-file: No such file or directory (os error 2)

    $ check text
    exit code: 3
    --- stdout ---
    Coverage
      listContacts        200: -     4XX: -     5XX: -
      updateContact       200: -     4XX: -     5XX: -
      deleteContact       200: -     4XX: -     5XX: -
      bulkDeleteContacts  200: -     4XX: -     5XX: -
      deleteContactList   200: -     4XX: -     5XX: -
      0 of 5 operations, 0 of 15 documented answers (0 %)
      0 of 16 parameters, 0 of 189 properties, 0 of 22 known values, 0 of 31 rules on meaning

    Checked 0 exchanges in 0 files: 0 errors, 0 warnings, 0 notes
    --- stderr ---
    error: cannot read text: it is not JSON (line 1, column 2)

    $ check r.json --baseline no-such-file --format ndjson
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot use the baseline no-such-file: No such file or directory (os error 2)

    $ check r.json --baseline text --format ndjson
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot use the baseline text: it is no baseline (line 1): make it anew with --update-baseline: expected ident at line 1 column 2

    $ check r.json --baseline gone/baseline --update-baseline --format ndjson
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot write the baseline gone/baseline: No such file or directory (os error 2)

    $ merge no-such-file
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read no-such-file: No such file or directory (os error 2)

    $ merge shard
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot merge the shards: shard does not begin like what `check --shard` writes

    $ contract --out text
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot write text: File exists (os error 17)

    $ contract --record-into text
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot write text: File exists (os error 17)

    $ man --out text
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot write manual pages to text: File exists (os error 17)
    ");
}

#[test]
fn the_summary_of_a_github_step() {
    let program =
        Program::new().with_recording("r.json", "listContacts/200-last-page.json", str::to_owned);
    let mut command = program.command(&["check", "r.json", "--format", "github"]);
    let output = command.env("GITHUB_STEP_SUMMARY", "gone/summary").output().unwrap();
    assert_snapshot!(show(&output), @r"
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot write the summary of the step (GITHUB_STEP_SUMMARY): No such file or directory (os error 2)
    ");
}

#[test]
fn addresses_and_files_of_servers() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let program = Program::new().with_file("notes", "no database, and longer than a header of one");
    let told = transcript(
        &program,
        &[
            &format!("sandbox --ephemeral --listen {address}"),
            "sandbox --listen 127.0.0.1:0 --database notes",
            "sandbox --listen 127.0.0.1:0 --database gone/state",
            "sandbox --listen 127.0.0.1:0 --ephemeral --ready-file gone/ready.json",
            &format!("record --upstream 127.0.0.1:9 --out out --listen {address}"),
            "record --upstream 127.0.0.1:9 --out gone/out",
            "record --upstream 127.0.0.1:9 --out out --ready-file gone/ready.json",
        ],
    );
    assert_snapshot!(told.replace(&address, "ADDRESS"), @r"
    $ sandbox --ephemeral --listen ADDRESS
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot start the sandbox: cannot listen on ADDRESS: choose another address, or port 0 for a free one: Address already in use (os error 98)

    $ sandbox --listen 127.0.0.1:0 --database notes
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot start the sandbox: notes is not a database of the sandbox and stays untouched: name another file

    $ sandbox --listen 127.0.0.1:0 --database gone/state
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot start the sandbox: cannot open gone/state as the database of the sandbox: check that its folder exists and can be written, and that nothing else locks it: unable to open database file: gone/state: Error code 14: unable to open database file

    $ sandbox --listen 127.0.0.1:0 --ephemeral --ready-file gone/ready.json
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: the sandbox stops again: cannot write the ready file gone/ready.json: check that its folder exists and can be written: No such file or directory (os error 2)

    $ record --upstream 127.0.0.1:9 --out out --listen ADDRESS
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot listen on ADDRESS: Address already in use (os error 98)

    $ record --upstream 127.0.0.1:9 --out gone/out
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot write the recording gone/out: No such file or directory (os error 2)

    $ record --upstream 127.0.0.1:9 --out out --ready-file gone/ready.json
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot write the ready file gone/ready.json: No such file or directory (os error 2)
    ");
}
