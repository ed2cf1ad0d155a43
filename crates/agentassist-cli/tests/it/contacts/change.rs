//! Updating and deleting one contact.

use insta::assert_snapshot;

use super::{UPDATED, contacts, sandboxed};
use crate::program::Program;

#[test]
fn an_update_prints_the_contact_as_it_is_afterwards() {
    let fields = "id,firstName,fullName,cellPhone.phoneNumber";
    let update = [
        "update",
        UPDATED,
        "--first-name",
        "Ada",
        "--phone-number",
        "5550100",
        "--country-code",
        "+44",
        "--fields",
        fields,
    ];
    assert_snapshot!(contacts(&update), @r#"
    exit code: 0
    --- stdout ---
    {"id":"667e48f7c8b972fc691xxxxx","firstName":"Ada","fullName":"Ada doe","cellPhone":{"phoneNumber":"+445550100"}}
    --- stderr ---
    "#);
}

#[test]
fn changes_are_taken_from_a_file_or_from_standard_input() {
    let program = Program::new().with_file("changes.json", r#"{"lastName": "King"}"#);
    let update = ["update", UPDATED, "--fields", "lastName", "--json"];
    let from_file = program.run(&sandboxed(&[&update[..], &["changes.json"]].concat()));
    let arguments = sandboxed(&[&update[..], &["-"]].concat());
    let from_input = program.run_with_input(&arguments, r#"{"lastName": "King"}"#);
    assert_eq!(from_file, from_input);
    let marked = program.run_with_input(&arguments, "\u{feff}{\"lastName\": \"King\"}");
    assert_eq!(from_file, marked, "a mark that an editor puts there is no part of the text");
    assert_snapshot!(from_file, @r#"
    exit code: 0
    --- stdout ---
    {"lastName":"King"}
    --- stderr ---
    "#);
}

#[test]
fn changes_that_cannot_be_made_are_refused() {
    assert_snapshot!(contacts(&["update", UPDATED]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: nothing to change: give an option such as --first-name, or --json FILE
    ");
    let program = Program::new().with_file("changes.json", r#"{"fullName": "Ada King"}"#);
    let update = ["update", UPDATED, "--json", "changes.json"];
    assert_snapshot!(program.run(&sandboxed(&update)), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: changes.json: only firstName, lastName, salutation and cellPhone can be changed, not `fullName`
    ");
    let twice = [
        "update",
        UPDATED,
        "--json",
        "-",
        "--token-file",
        "-",
        "--target",
        "h",
        "--account-id",
        "a",
        "--stream-id",
        "st-1",
    ];
    let twice = [&["contacts"], &twice[..]].concat();
    assert_snapshot!(program.run_with_input(&twice, r#"{"lastName": "King"}"#), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the token and something else are both to come from standard input: give one of them as a file
    ");
    let both = ["update", UPDATED, "--json", "changes.json", "--first-name", "Ada"];
    assert!(program.run(&sandboxed(&both)).starts_with("exit code: 2\n"));
    let gone = ["update", UPDATED, "--json", "no-such-file"];
    assert!(program.run(&sandboxed(&gone)).starts_with("exit code: 3\n"));
}

#[test]
fn a_deletion_prints_the_contact_now_inactive() {
    let delete = ["delete", UPDATED, "--yes", "--fields", "id,fullName,status"];
    assert_snapshot!(contacts(&delete), @r#"
    exit code: 0
    --- stdout ---
    {"id":"667e48f7c8b972fc691xxxxx","fullName":"john doe","status":"INACTIVE"}
    --- stderr ---
    "#);
}
