//! Files that cannot be read or written, or that hold something else.

use std::net::TcpListener;

use insta::assert_snapshot;

use super::transcript;
use crate::program::{Program, show};

const PLACE: &str =
    r#"{"place":{"target":"h","account_id":"a","stream_id":"s"},"reached":null,"complete":false}"#;

#[test]
fn checkpoints() {
    let program = Program::new()
        .with_file("notes", "notes")
        .with_file("other", PLACE)
        .with_file("less", PLACE.replace("null", "{\"position\":1}"))
        .with_file("long", "x".repeat(65 * 1024));
    assert_snapshot!(transcript(&program, &[
        "contacts list --target sandbox --all --checkpoint place -o table",
        "contacts list --target sandbox --all --checkpoint notes",
        "contacts list --target sandbox --all --checkpoint other",
        "contacts list --target sandbox --all --checkpoint less",
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
    error: notes is not the checkpoint of a listing

    $ contacts list --target sandbox --all --checkpoint other
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: other is the checkpoint of another target, account or stream

    $ contacts list --target sandbox --all --checkpoint less
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: less is not the checkpoint of a listing

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
        .with_file("null", r#"{"firstName": null}"#)
        .with_file("twice", r#"{"firstName": "Ada", "firstName": "Grace"}"#)
        .with_file("phone", r#"{"cellPhone": {}}"#)
        .with_file("nothing", "{}");
    let line = |file| format!("contacts update 1 --target sandbox --json {file}");
    let files = ["text", "list", "unknown", "number", "null", "twice", "phone", "nothing", "gone"];
    let lines = files.map(line);
    assert_snapshot!(transcript(&program, &lines.each_ref().map(String::as_str)), @r"
    $ contacts update 1 --target sandbox --json text
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: text: it is not JSON, from line 1 on

    $ contacts update 1 --target sandbox --json list
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: list: it is not a JSON object

    $ contacts update 1 --target sandbox --json unknown
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: unknown: only firstName, lastName, salutation and cellPhone can be changed, not `nickname`

    $ contacts update 1 --target sandbox --json number
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: number: `firstName` is not a text in quotes

    $ contacts update 1 --target sandbox --json null
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: null: `firstName` is null, which the API is not known to take: leave it out to keep it as it is

    $ contacts update 1 --target sandbox --json twice
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: twice: `firstName` is there twice

    $ contacts update 1 --target sandbox --json phone
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: phone: `cellPhone` says nothing to change

    $ contacts update 1 --target sandbox --json nothing
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: nothing to change: give an option such as --first-name, or --json FILE

    $ contacts update 1 --target sandbox --json gone
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the changes in gone: No such file or directory (os error 2)
    ");
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
    error: cannot use the baseline text: it is no baseline (line 1): expected ident at line 1 column 2

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
