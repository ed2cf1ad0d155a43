//! Lists of ids, plans and outcomes that are none.

use insta::assert_snapshot;

use super::transcript;
use crate::program::Program;

#[test]
fn ids() {
    let program = Program::new()
        .with_file("none", "# nobody\n")
        .with_file("names", "Ada King\n")
        .with_file("slash", "1\na/b\n")
        .with_file("csv", "id,fullName\n,Ada\n")
        .with_file("json", "{\"fullName\": \"Ada\"}")
        .with_file("cut", "[{\"id\": \"1\"}")
        .with_file("headless", "1;Ada\n")
        .with_file("shell", "\"contact\",\"name\"\n\"1\",\"Ada\"\n")
        .with_file("utf16", [0xff, 0xfe, b'1', 0])
        .with_file("latin1", b"1 # J\xfcrgen\n");
    let line = |file| format!("contacts bulk-delete --yes --target sandbox --ids-from {file}");
    let files = ["none", "names", "slash", "csv", "json", "cut", "headless", "shell", "utf16"];
    let lines = files.into_iter().chain(["latin1", "no-such-file", "."]).map(line);
    let lines: Vec<_> = lines.collect();
    assert_snapshot!(transcript(&program, &lines.iter().map(String::as_str).collect::<Vec<_>>()), @r"
    $ contacts bulk-delete --yes --target sandbox --ids-from none
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: none holds no id

    $ contacts bulk-delete --yes --target sandbox --ids-from names
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: names: line 1 is more than an id: give one id on each line, or NDJSON, JSON, CSV or YAML

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
    error: cut: not JSON from line 1 on

    $ contacts bulk-delete --yes --target sandbox --ids-from headless
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: headless: line 1: this looks like CSV: the header must have a column `id`

    $ contacts bulk-delete --yes --target sandbox --ids-from shell
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: shell: this looks like CSV: the header must have a column `id`

    $ contacts bulk-delete --yes --target sandbox --ids-from utf16
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the ids in utf16: it is not UTF-8: save it as UTF-8

    $ contacts bulk-delete --yes --target sandbox --ids-from latin1
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the ids in latin1: it is not UTF-8: save it as UTF-8

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
    let plan =
        "version = 1\nplan_id = 'x'\ntarget = 'sandbox'\naccount_id = 'a'\nstream_id = 's'\n";
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
    error: text is not a plan to apply: line 1: key with no value, expected `=`

    $ contacts bulk-delete apply newer --yes --target sandbox
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: newer is not a plan to apply: it has the version 2, not 1

    $ contacts bulk-delete apply route --yes --target sandbox
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: route is not a plan to apply: contact 1: that cannot be the id of a contact

    $ contacts bulk-delete apply field --yes --target sandbox
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: field is not a plan to apply: line 6: unknown field `nmae`, expected `id` or `name`

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
    error: cannot write there: it is there already: remove it, or choose another name

    $ contacts bulk-delete plan 1 --out gone/plan --target sandbox
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot write gone/plan: No such file or directory (os error 2)
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
    error: notes does not begin like a file of outcomes: name another one with --outcomes

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
    error: /dev/null is not a regular file: outcomes are read again by the next run
    ");
    assert_eq!(program.read("notes"), "notes\n");
}
