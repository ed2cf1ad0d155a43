//! Listing: forms, fields, checkpoints.

use insta::assert_snapshot;

use super::{at, contacts, sandboxed, with_token};
use crate::program::Program;
use crate::server::Server;

#[test]
fn the_first_page_is_listed_line_by_line_where_no_terminal_is() {
    let fields = ["list", "--page-size", "2", "--fields", "id,fullName,cellPhone.phoneNumber"];
    assert_snapshot!(contacts(&fields), @r#"
    exit code: 0
    --- stdout ---
    {"id":"667e48f7c8b972fc691xxxxx","fullName":"john doe","cellPhone":{"phoneNumber":"+9195501xxxxx"}}
    {"id":"695e2b7b786560d6a90xxxxx","fullName":"john doe_1","cellPhone":{"phoneNumber":"+9124456xxxxx"}}
    --- stderr ---
    2 of 30 contacts: --all lists the others
    "#);
}

#[test]
fn a_list_has_every_form() {
    let fields = ["list", "--page-size", "2", "--fields", "id,fullName,cellPhone.phoneNumber"];
    let list = |form| contacts(&[&fields[..], &["-o", form]].concat());
    assert_snapshot!(list("table"), @r"
    exit code: 0
    --- stdout ---
    ID                        FULL NAME   CELL PHONE PHONE NUMBER
    667e48f7c8b972fc691xxxxx  john doe    +9195501xxxxx
    695e2b7b786560d6a90xxxxx  john doe_1  +9124456xxxxx
    --- stderr ---
    2 of 30 contacts: --all lists the others
    ");
    assert_snapshot!(list("json"), @r#"
    exit code: 0
    --- stdout ---
    [
      {
        "id": "667e48f7c8b972fc691xxxxx",
        "fullName": "john doe",
        "cellPhone": {
          "phoneNumber": "+9195501xxxxx"
        }
      },
      {
        "id": "695e2b7b786560d6a90xxxxx",
        "fullName": "john doe_1",
        "cellPhone": {
          "phoneNumber": "+9124456xxxxx"
        }
      }
    ]
    --- stderr ---
    2 of 30 contacts: --all lists the others
    "#);
    assert_snapshot!(list("csv"), @r"
    exit code: 0
    --- stdout ---
    id,fullName,cellPhone.phoneNumber
    667e48f7c8b972fc691xxxxx,john doe,+9195501xxxxx
    695e2b7b786560d6a90xxxxx,john doe_1,+9124456xxxxx
    --- stderr ---
    2 of 30 contacts: --all lists the others
    ");
    assert_snapshot!(list("yaml"), @r#"
    exit code: 0
    --- stdout ---
    - id: "667e48f7c8b972fc691xxxxx"
      fullName: "john doe"
      cellPhone:
        phoneNumber: "+9195501xxxxx"
    - id: "695e2b7b786560d6a90xxxxx"
      fullName: "john doe_1"
      cellPhone:
        phoneNumber: "+9124456xxxxx"
    --- stderr ---
    2 of 30 contacts: --all lists the others
    "#);
}

#[test]
fn that_there_are_no_contacts_is_said_where_a_table_would_be_empty() {
    let page =
        r#"{"results":[],"skip":0,"limit":10,"hasMore":false,"totalPages":0,"totalResults":0}"#;
    let server = Server::answering(200, page);
    let list = |more: &[&str]| with_token().run(&at(&server, &[&["list"], more].concat()));
    for more in [&["-o", "table"][..], &["-o", "table", "--all"]] {
        assert_eq!(
            list(more),
            "exit code: 0\n--- stdout ---\n--- stderr ---\nthere are no contacts\n"
        );
    }
    assert_eq!(list(&["-o", "json"]), "exit code: 0\n--- stdout ---\n[]\n--- stderr ---\n");
}

#[test]
fn all_contacts_are_listed_once() {
    let shown = contacts(&["list", "--all", "--page-size", "7", "--fields", "id"]);
    assert!(shown.starts_with("exit code: 0\n"), "{shown}");
    let mut ids: Vec<_> = shown.lines().filter(|line| line.starts_with("{\"id\"")).collect();
    assert_eq!(ids.len(), 30, "{shown}");
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 30);
}

#[test]
fn no_more_contacts_are_listed_than_asked_for() {
    assert_snapshot!(contacts(&["list", "--max-items", "3", "--fields", "id"]), @r#"
    exit code: 0
    --- stdout ---
    {"id":"667e48f7c8b972fc691xxxxx"}
    {"id":"695e2b7b786560d6a90xxxxx"}
    {"id":"69609027c1746a61429xxxxx"}
    --- stderr ---
    "#);
}

#[test]
fn a_field_that_no_contact_has_is_named() {
    assert_snapshot!(contacts(&["list", "--max-items", "1", "--fields", "id,nickname"]), @r#"
    exit code: 0
    --- stdout ---
    {"id":"667e48f7c8b972fc691xxxxx"}
    --- stderr ---
    warning: nothing has the field `nickname`
    "#);
}

#[test]
fn a_listing_goes_on_where_its_checkpoint_stands_and_ends_there() {
    let program = Program::new();
    let place = r#""place":{"target":"sandbox","account_id":"65f7d49a5dd06e2cefaxxxxx","stream_id":"st-7dc994f0-4436-5134-9fa8-a942625xxxxx"}"#;
    let reached = r#""reached":{"position":28,"last_id":"69620715c80de0f9d4d60e0a","total":30}"#;
    let program = program.with_file("place", format!("{{{place},{reached},\"complete\":false}}"));
    let arguments = ["list", "--all", "--checkpoint", "place", "-o", "csv", "--fields", "id"];
    let arguments = sandboxed(&arguments);
    assert_snapshot!(program.run(&arguments), @r"
    exit code: 0
    --- stdout ---
    69620716e8d7da001b0181d6
    69620717aac8c00000a81e44
    --- stderr ---
    ");
    assert!(program.read("place").contains("\"total\":30},\"file\":null,\"complete\":true"));
    assert_snapshot!(program.run(&arguments), @r"
    exit code: 0
    --- stdout ---
    --- stderr ---
    the checkpoint says that everything was listed: remove it to list again
    ");
}

#[test]
fn a_checkpoint_needs_an_output_that_can_be_continued_and_its_own_stream() {
    assert_snapshot!(contacts(&["list", "--all", "--checkpoint", "place", "-o", "json"]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --checkpoint needs an output that can be continued: give -o ndjson or -o csv
    ");
    let other = r#"{"place":{"target":"h","account_id":"a","stream_id":"s"},"reached":null,"complete":false}"#;
    let program = Program::new().with_file("place", other);
    let list = ["list", "--all", "--checkpoint", "place"];
    assert_snapshot!(program.run(&sandboxed(&list)), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: place is the checkpoint of another target, account or stream
    ");
}

#[test]
fn a_listing_goes_to_a_file_that_is_not_there_yet() {
    let program = Program::new().with_file("there", "notes");
    let list = ["list", "--max-items", "2", "--fields", "id", "-o", "csv", "--out"];
    let to = |file| program.run(&sandboxed(&[&list[..], &[file]].concat()));
    assert_eq!(to("new"), "exit code: 0\n--- stdout ---\n--- stderr ---\n");
    assert_snapshot!(program.read("new"), @r"
    id
    667e48f7c8b972fc691xxxxx
    695e2b7b786560d6a90xxxxx
    ");
    assert_snapshot!(to("there"), @r"
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot write there: it is there already: remove it, or choose another name
    ");
    assert_eq!(program.read("there"), "notes");
    assert_snapshot!(to("-"), @r"
    exit code: 0
    --- stdout ---
    id
    667e48f7c8b972fc691xxxxx
    695e2b7b786560d6a90xxxxx
    --- stderr ---
    ");
    assert!(!program.path().join("-").exists());
}

#[test]
fn a_listing_that_failed_before_anything_was_listed_can_be_made_again() {
    let server = Server::answering(500, "{}");
    let program = with_token();
    for list in [&["list", "--out", "new"][..], &["list", "--all", "--out", "new"]] {
        assert!(program.run(&at(&server, list)).starts_with("exit code: 1\n"));
    }
    let list = sandboxed(&["list", "--max-items", "1", "--fields", "id", "--out", "new"]);
    assert!(program.run(&list).starts_with("exit code: 0\n"));
    assert_eq!(program.read("new"), "{\"id\":\"667e48f7c8b972fc691xxxxx\"}\n");
}

#[test]
fn a_checkpoint_goes_with_the_file_that_it_was_written_for() {
    let program = Program::new();
    let list = sandboxed(&["list", "--all", "--checkpoint", "place", "--fields", "id"]);
    let run = |more: &[&str]| program.run(&[&list[..], more].concat());
    assert!(run(&["--out", "contacts"]).starts_with("exit code: 0\n"));
    let place = program.read("place").replace("\"complete\":true", "\"complete\":false");
    let program = Program::new().with_file("place", &place).with_file("contacts", "short");
    let run = |more: &[&str]| program.run(&[&list[..], more].concat());
    assert_snapshot!(run(&["--out", "contacts"]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: contacts is not the file of the checkpoint, which had 1020 bytes: give that one, or remove the checkpoint and list again
    ");
    assert_snapshot!(run(&[]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the checkpoint is that of a listing to a file: give the file with --out
    ");
    let (before, after) = place.split_once("\"file\":").unwrap();
    let (_, after) = after.split_once('}').unwrap();
    let place = format!("{before}\"file\":null{after}");
    let gone = program.path().join("contacts");
    std::fs::remove_file(&gone).unwrap();
    assert!(run(&["--out", "contacts"]).contains("is not the file of the checkpoint"));
    let program = Program::new().with_file("place", place);
    assert_snapshot!(program.run(&[&list[..], &["--out", "contacts"]].concat()), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the checkpoint is that of a listing to standard output: go on without --out, and add to its output with `>>`
    ");
    assert!(!program.path().join("contacts").exists());
}

#[cfg(unix)]
#[test]
fn an_interrupted_listing_says_how_to_go_on() {
    let server = Server::silent();
    let program = with_token();
    let child = program
        .command(&at(&server, &["list", "--all", "--checkpoint", "place"]))
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    server.wait_for_request();
    let id = child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    assert_snapshot!(crate::program::show(&child.wait_with_output().unwrap()), @r"
    exit code: 130
    --- stdout ---
    --- stderr ---
    error: interrupted after 0 contacts: run it again to go on
    ");
    assert!(program.read("place").contains("\"reached\":null,\"file\":null,\"complete\":false"));
}

#[test]
fn a_reader_that_closes_the_pipe_is_no_error() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let program = Program::new();
    let list = sandboxed(&["list", "--all"]);
    let output = program.command(&list).stdout(writer).output().unwrap();
    assert_eq!(crate::program::show(&output), "exit code: 0\n--- stdout ---\n--- stderr ---\n");
}
