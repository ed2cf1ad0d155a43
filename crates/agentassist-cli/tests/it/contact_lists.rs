//! `agentassist contact-lists`, against a sandbox in the process.

use insta::assert_snapshot;

use crate::program::Program;

fn delete(arguments: &[&str]) -> String {
    let delete = ["contact-lists", "delete"];
    Program::new().run(&[&delete[..], arguments, &["--target", "sandbox"]].concat())
}

const UNUSED: &str = "cl-1a5e0c71-0d5c-5f0e-9b1a-51a7e0000001";
const IN_USE: &str = "cl-1a5e0c71-0d5c-5f0e-9b1a-51a7e0000004";

#[test]
fn a_deletion_prints_the_list_as_it_was() {
    let fields = "_id,name,totalRecordCount,status";
    assert_snapshot!(delete(&[UNUSED, "--yes", "--fields", fields]), @r#"
    exit code: 0
    --- stdout ---
    {"_id":"cl-1a5e0c71-0d5c-5f0e-9b1a-51a7e0000001","name":"Welcome Calls - January 2026","totalRecordCount":3,"status":"Ready"}
    --- stderr ---
    "#);
}

#[test]
fn a_list_in_use_is_refused_by_the_api() {
    assert_snapshot!(delete(&[IN_USE, "--yes"]), @r"
    exit code: 1
    --- stdout ---
    --- stderr ---
    error: deleteContactList: refused (status 400: Contact list [redacted] is in use by a campaign and cannot be deleted)
    ");
}

#[test]
fn a_list_that_is_not_there_has_an_exit_code_of_its_own() {
    assert_snapshot!(delete(&["cl-none", "--yes"]), @r"
    exit code: 5
    --- stdout ---
    --- stderr ---
    error: deleteContactList: not found (status 404: Contact list not found)
    ");
    assert_snapshot!(delete(&["cl-none", "--yes", "--ignore-missing"]), @r"
    exit code: 0
    --- stdout ---
    --- stderr ---
    there is no such contact list
    ");
}

#[test]
fn without_a_terminal_a_deletion_needs_yes() {
    assert_snapshot!(delete(&[UNUSED]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: there is no terminal to ask on: give --yes to delete
    ");
}

#[test]
fn a_dry_run_prints_the_request_and_sends_none() {
    assert_snapshot!(delete(&[UNUSED, "--dry-run", "-o", "table"]), @r"
    exit code: 0
    --- stdout ---
    DELETE http://sandbox/agentassist/api/v1/public/st-7dc994f0-4436-5134-9fa8-a942625xxxxx/campaign/contactList/cl-1a5e0c71-0d5c-5f0e-9b1a-51a7e0000001
    accept: application/json
    auth: redacted-1
    iid: st-7dc994f0-4436-5134-9fa8-a942625xxxxx
    accountid: 65f7d49a5dd06e2cefaxxxxx
    content-type: application/json

    --- stderr ---
    dry run: nothing was sent
    ");
}
