//! Tables, colours and widths.

use std::fs::File;

use insta::assert_snapshot;

use super::Screen;
use crate::program::Program;
use crate::server::Server;

const LIST: [&str; 7] =
    ["contacts", "list", "--max-items", "3", "--target", "sandbox", "--page-size=3"];

#[test]
fn a_list_is_a_table_on_a_terminal_and_lines_of_json_in_a_file() {
    let program = Program::new();
    assert_snapshot!(Screen::run_with_width(program.command(&LIST), 160).end(), @r"
    exit code: 0
    --- screen ---
    ID                        FULL NAME   CELL PHONE PHONE NUMBER  STATUS  CREATED AT                UPDATED AT
    667e48f7c8b972fc691xxxxx  john doe    +9195501xxxxx            ACTIVE  2024-06-28T05:24:07.218Z  2026-01-05T09:16:34.633Z
    695e2b7b786560d6a90xxxxx  john doe_1  +9124456xxxxx            ACTIVE  2026-01-07T09:46:35.399Z  2026-01-07T09:46:35.399Z
    69609027c1746a61429xxxxx  john doe    +9124456xxxxx            ACTIVE  2026-01-09T05:20:39.374Z  2026-01-09T05:20:39.374Z
    ");
    let out = File::create(program.path().join("out")).unwrap();
    let screen = Screen::run_with_stdout(program.command(&LIST), out);
    assert_eq!(screen.end(), "exit code: 0\n--- screen ---\n");
    assert!(program.read("out").lines().all(|line| line.starts_with("{\"")));
}

#[test]
fn a_table_is_no_wider_than_the_terminal_and_keeps_ids_whole() {
    let program = Program::new();
    for columns in [100, 80] {
        let shown = Screen::run_with_width(program.command(&LIST), columns).end();
        let table: Vec<_> = shown.lines().skip(2).collect();
        assert_eq!(table.len(), 4, "{shown}");
        let widest = table.iter().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= usize::from(columns), "{widest}: {shown}");
        assert!(shown.contains("667e48f7c8b972fc691xxxxx"), "{shown}");
    }
    assert_snapshot!(Screen::run_with_width(program.command(&LIST), 80).end(), @r"
    exit code: 0
    --- screen ---
    ID                       FULL NAME  PHONE         STATUS CREATED    UPDATED
    667e48f7c8b972fc691xxxxx john doe   +9195501xxxxx ACTIVE 2024-06-28 2026-01-05
    695e2b7b786560d6a90xxxxx john doe_1 +9124456xxxxx ACTIVE 2026-01-07 2026-01-07
    69609027c1746a61429xxxxx john doe   +9124456xxxxx ACTIVE 2026-01-09 2026-01-09
    ");
}

/// Whoever can name a contact must not steer the terminal of whoever lists it.
#[test]
fn no_form_lets_a_name_steer_the_terminal() {
    let name = r"Ada\u001b[2J\u009b31m\u202e\u0007\rx";
    let server = Server::answering(
        200,
        &format!(
            r#"{{"results":[{{"id":"1","fullName":"{name}","n\u009bm":1}}],"skip":0,"limit":10,"hasMore":false,"totalPages":1,"totalResults":1}}"#
        ),
    );
    let program = Program::new().with_file("token", "t");
    let place = ["--target", &server.base_url, "--account-id", "a", "--stream-id", "st-1"];
    for form in ["table", "json", "ndjson", "csv", "yaml"] {
        let list =
            [&["contacts", "list", "--token-file", "token", "-o", form][..], &place].concat();
        let sent = Screen::run(program.command(&list)).end_as_sent().replace("\r\n", "\n");
        assert!(sent.contains("Ada"), "{form}: {sent}");
        let steers = |letter: char| letter != '\n' && (letter.is_control() || letter == '\u{202e}');
        assert!(!sent.contains(steers), "{form}: {sent:?}");
        // What goes elsewhere is what came, or says the same.
        let shown = program.run(&list);
        assert!(form != "csv" || shown.contains("Ada\u{1b}[2J"), "{shown}");
    }
}

#[test]
fn fields_are_columns_also_where_the_table_is_a_text_otherwise() {
    let delete = ["contacts", "delete", "1", "--dry-run", "--target", "sandbox"];
    let fields = ["-o", "table", "--fields", "method,headers.accountid"];
    assert_snapshot!(Program::new().run(&[&delete[..], &fields].concat()), @r"
    exit code: 0
    --- stdout ---
    METHOD  HEADERS ACCOUNTID
    DELETE  65f7d49a5dd06e2cefaxxxxx
    --- stderr ---
    dry run: nothing was sent
    ");
    let doctor = ["auth", "doctor", "--target", "sandbox", "-o", "table", "--fields"];
    let shown = Program::new().run(&[&doctor[..], &["check,verdict"]].concat());
    assert!(shown.contains("\nCHECK            VERDICT\nhost             good\n"), "{shown}");
}

#[test]
fn a_table_in_a_file_is_as_wide_as_it_has_to_be() {
    let program = Program::new();
    let out = File::create(program.path().join("out")).unwrap();
    let list = program.command(&[&LIST[..], &["-o", "table"]].concat());
    let screen = Screen::run_with_stdout(list, out);
    assert_eq!(screen.end(), "exit code: 0\n--- screen ---\n");
    assert!(!program.read("out").contains('…'));
}

#[test]
fn errors_are_coloured_on_a_terminal_unless_no_color_is_set() {
    let program = Program::new();
    let refused = ["contacts", "list"];
    let shown = Screen::run(program.command(&refused)).end();
    assert!(shown.contains("ESC[1mESC[31merrorESC[0m: "), "{shown}");
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        let mut command = program.command(&refused);
        command.env(name, value);
        let shown = Screen::run(command).end();
        assert!(shown.contains("error: ") && !shown.contains("ESC"), "{name}: {shown}");
    }
}

#[test]
fn reports_are_coloured_on_a_terminal_unless_no_color_is_set() {
    let program =
        Program::new().with_recording("r.json", "listContacts/200-last-page.json", |text| {
            text.replace("\"hasMore\": false", "\"hasMore\": \"no\"")
        });
    for command in [&["auth", "doctor"][..], &["check", "r.json"]] {
        let shown = Screen::run(program.command(command)).end();
        assert!(shown.contains("ESC["), "{command:?}: {shown}");
        let mut plain = program.command(command);
        plain.env("NO_COLOR", "1");
        let shown = Screen::run(plain).end();
        assert!(!shown.contains("ESC"), "{command:?}: {shown}");
    }
}

#[test]
fn help_is_as_wide_as_the_terminal() {
    let program = Program::new();
    for columns in [60, 90] {
        let help = program.command(&["contacts", "list", "--help"]);
        let shown = Screen::run_with_width(help, columns).end();
        let prose = shown.lines().skip(2).take(10).map(|line| line.chars().count());
        let widest = prose.max().unwrap();
        assert!(widest <= usize::from(columns), "{columns}: {shown}");
        assert!(widest > usize::from(columns) - 15, "{columns}: {shown}");
    }
}
