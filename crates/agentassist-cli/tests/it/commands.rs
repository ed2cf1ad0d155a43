//! What each command says when all is well, where no other test shows it.

use std::process::Command;

use insta::assert_snapshot;

use crate::program::{Program, show};
use crate::record::Proxy;
use crate::sandbox::start;

const PAGE: &str = "listContacts/200-last-page.json";

/// Leaves out how many rules and properties there are, which is for other tests to say.
fn without_counts(shown: &str) -> String {
    let lines = shown.lines().filter(|line| !line.contains(" parameters, "));
    lines.map(|line| line.to_owned() + "\n").collect()
}

#[test]
fn the_contract() {
    assert_snapshot!(without_counts(&Program::new().run(&["contract"])), @r"
    exit code: 0
    --- stdout ---
    Coverage
      listContacts        200: 5     4XX: 1     5XX: -
      updateContact       200: 2     4XX: 1     5XX: -
      deleteContact       200: 1     4XX: 1     5XX: -
      bulkDeleteContacts  200: 2     4XX: 1     5XX: -
      deleteContactList   200: 1     4XX: 2     5XX: -
      5 of 5 operations, 10 of 15 documented answers (66 %)

    Checked 17 exchanges in 1 file: 0 errors, 0 warnings, 0 notes
    --- stderr ---
    recording and report are in target/contract
    ");
}

#[test]
fn a_check_and_the_same_in_two_shards() {
    let program = Program::new().with_recording("r.json", PAGE, str::to_owned);
    let whole = program.run(&["check", "r.json"]);
    assert_snapshot!(without_counts(&whole), @r"
    exit code: 0
    --- stdout ---
    Coverage
      listContacts        200: 1     4XX: -     5XX: -
      updateContact       200: -     4XX: -     5XX: -
      deleteContact       200: -     4XX: -     5XX: -
      bulkDeleteContacts  200: -     4XX: -     5XX: -
      deleteContactList   200: -     4XX: -     5XX: -
      1 of 5 operations, 1 of 15 documented answers (6 %)

    Checked 1 exchange in 1 file: 0 errors, 0 warnings, 0 notes
    --- stderr ---
    ");
    let program = ["1/2", "2/2"].into_iter().fold(program, |program, shard| {
        let output = program.command(&["check", "r.json", "--shard", shard]).output().unwrap();
        program.with_file(&shard[..1], output.stdout)
    });
    assert_eq!(program.run(&["merge", "1", "2"]), whole);
}

#[test]
fn the_explanation_of_a_rule() {
    assert_snapshot!(Program::new().run(&["explain", "has-more-wrong"]), @r#"
    exit code: 0
    --- stdout ---
    has-more-wrong (error)

    `hasMore` is true exactly when contacts follow after the page.

    Why     A client stops too early and misses contacts, or asks for pages without end.
    Mend    Compute it from skip, the contacts on the page and the total.
    Known   from the vendor's pages

    The exchanges below keep the rule. It is broken
      with false at /response/body/hasMore of exchange 1

    {
      "request": {
        "method": "GET",
        "url": "https://platform.kore.ai/agentassist/api/v1/public/st-7dc994f0/contacts?skip=0&limit=2",
        "headers": {
          "auth": "redacted-1",
          "accountId": "65f7d49a5dd06e2cefa00001",
          "content-type": "application/json"
        }
      },
      "response": {
        "status": 200,
        "headers": {
          "content-type": "application/json"
        },
        "body": {
          "results": [
            {
              "firstName": "Ada",
              "lastName": "King",
              "fullName": "Ada King",
              "salutation": "Ms",
              "cellPhone": {
                "extension": "+",
                "phoneNumber": "+493023000001",
                "countryCode": "+49"
              },
              "status": "ACTIVE",
              "instanceBotId": "st-7dc994f0",
              "orgId": "o-16ff21d2",
              "accountId": "65f7d49a5dd06e2cefa00001",
              "createdBy": "u-cc6ebd6c",
              "createdByAId": "a-6c63a33",
              "address": [],
              "twitterDetails": [],
              "createdAt": "2026-01-09T05:20:39.374Z",
              "updatedAt": "2026-01-09T05:20:39.374Z",
              "id": "667e48f7c8b972fc69100001"
            },
            {
              "firstName": "Grace",
              "lastName": "Hopper",
              "fullName": "Grace Hopper",
              "salutation": "Ms",
              "cellPhone": {
                "extension": "+",
                "phoneNumber": "+493023000002",
                "countryCode": "+49"
              },
              "status": "ACTIVE",
              "instanceBotId": "st-7dc994f0",
              "orgId": "o-16ff21d2",
              "accountId": "65f7d49a5dd06e2cefa00001",
              "createdBy": "u-cc6ebd6c",
              "createdByAId": "a-6c63a33",
              "address": [],
              "twitterDetails": [],
              "createdAt": "2026-01-09T05:20:39.374Z",
              "updatedAt": "2026-01-09T05:20:39.374Z",
              "id": "667e48f7c8b972fc69100002"
            }
          ],
          "skip": 0,
          "limit": 2,
          "hasMore": true,
          "totalPages": 3,
          "totalResults": 5
        }
      }
    }
    --- stderr ---
    "#);
}

#[test]
fn a_token() {
    let shown = Program::new().run(&["auth", "token", "--target", "sandbox"]);
    let masked = shown.lines().map(|line| if line.starts_with("eyJ") { "TOKEN" } else { line });
    assert_snapshot!(masked.collect::<Vec<_>>().join("\n"), @r"
    exit code: 0
    --- stdout ---
    TOKEN
    --- stderr ---
    ");
}

#[cfg(unix)]
#[test]
fn a_sandbox_that_is_served_and_stopped() {
    use std::io::Read;

    let program = Program::new();
    let (mut running, first) = start(&program, &["--ephemeral", "--rate-limit", "60"]);
    let id = running.0.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let mut rest = String::new();
    running.1.read_to_string(&mut rest).unwrap();
    assert_eq!(running.0.wait().unwrap().code(), Some(0));
    let address = first.trim().rsplit(' ').next().unwrap();
    assert_snapshot!(format!("{first}{rest}").replace(address, "ADDRESS"), @r"
    sandbox listens on ADDRESS
    state      in memory, gone at the end
    account    65f7d49a5dd06e2cefaxxxxx
    stream     st-7dc994f0-4436-5134-9fa8-a942625xxxxx
    limit      60 requests a minute for each account
    token      give --ready-file FILE to get one
    stopping
    ");
}

#[cfg(unix)]
#[test]
fn a_recording_proxy_that_is_started_and_stopped() {
    let program = Program::new();
    let proxy = Proxy::start(&program, "http://127.0.0.1:9", &[]);
    let address = proxy.base_url();
    let (code, said) = proxy.stop();
    assert_eq!(code, Some(0));
    assert_snapshot!(said.replace(&address, "ADDRESS"), @r"
    upstream   http://127.0.0.1:9
    wrote 0 exchanges to out.ndjson
    ");
}

#[test]
fn the_manual_pages() {
    let program = Program::new();
    assert_eq!(
        program.run(&["man", "--out", "man"]),
        "exit code: 0\n--- stdout ---\n--- stderr ---\n"
    );
    let pages = std::fs::read_dir(program.path().join("man")).unwrap();
    let mut pages: Vec<_> =
        pages.map(|page| page.unwrap().file_name().into_string().unwrap()).collect();
    pages.sort();
    assert_snapshot!(pages.join("\n"), @r"
    agentassist-auth-doctor.1
    agentassist-auth-token.1
    agentassist-auth.1
    agentassist-check.1
    agentassist-completions.1
    agentassist-contact-lists-delete.1
    agentassist-contact-lists.1
    agentassist-contacts-bulk-delete-apply.1
    agentassist-contacts-bulk-delete-plan.1
    agentassist-contacts-bulk-delete.1
    agentassist-contacts-delete.1
    agentassist-contacts-list.1
    agentassist-contacts-update.1
    agentassist-contacts.1
    agentassist-contract.1
    agentassist-explain.1
    agentassist-man.1
    agentassist-merge.1
    agentassist-record.1
    agentassist-sandbox.1
    agentassist.1
    ");
    let page = program.run(&["man"]);
    assert!(page.starts_with("exit code: 0\n--- stdout ---\n"), "{page}");
    for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "SUBCOMMANDS", "EXAMPLES"] {
        assert!(page.contains(&format!(".SH {section}")), "{section}: {page}");
    }
}

/// The part of a page that the texts of this program make up: the rest is the library's.
#[test]
fn a_manual_page_says_what_the_help_says() {
    let program = Program::new();
    program.run(&["man", "--out", "man"]);
    let page = program.read("man/agentassist-contact-lists-delete.1");
    let lines: Vec<_> = page.lines().collect();
    let place = |heading: &str| lines.iter().position(|line| *line == heading).unwrap();
    let description = &lines[place(".SH NAME")..place(".SH OPTIONS")];
    let end = &lines[place(".SH EXAMPLES")..];
    assert_snapshot!(description.join("\n"), @r"
    .SH NAME
    agentassist\-contact\-lists\-delete \- Delete a contact list with all its contacts, and print it as it was
    .SH SYNOPSIS
    \fBagentassist contact\-lists delete\fR [\fB\-\-ignore\-missing\fR] [\fB\-y\fR|\fB\-\-yes\fR] [\fB\-\-dry\-run\fR] [\fB\-o\fR|\fB\-\-output\fR] [\fB\-\-fields\fR] [\fB\-\-target\fR] [\fB\-\-account\-id\fR] [\fB\-\-stream\-id\fR] [\fB\-\-client\-id\fR] [\fB\-\-client\-secret\-file\fR] [\fB\-\-single\-use\-tokens\fR] [\fB\-\-token\-file\fR] [\fB\-\-requests\-per\-minute\fR] [\fB\-\-ca\-file\fR] [\fB\-\-profile\fR] [\fB\-\-config\fR] [\fB\-\-record\fR] [\fB\-h\fR|\fB\-\-help\fR] <\fIID\fR>
    .SH DESCRIPTION
    Delete a contact list with all its contacts, and print it as it was
    .PP
    A list that a campaign uses cannot be deleted. No operation reads a list: its name and size are not known before it is gone.
    ");
    assert_snapshot!(end.join("\n"), @r"
    .SH EXAMPLES
    .nf
    agentassist contact\-lists delete cl\-ID \-\-dry\-run
    agentassist contact\-lists delete cl\-ID
    .fi
    .SH SETTINGS
    A flag wins over the environment (AGENTASSIST_…), the environment over the profile in the
    configuration file, the profile over the default. Tokens and secrets are never taken from the
    command line: give a file, `\-` for standard input, AGENTASSIST_TOKEN or
    AGENTASSIST_CLIENT_SECRET.
    .SH EXIT CODES
    .TP
    0
    done
    .TP
    1
    the API refused, failed, or gave an answer that cannot be understood
    .TP
    2
    the command line, a setting, or the content of a file is wrong
    .TP
    3
    a file cannot be read or written, or the target cannot be reached
    .TP
    4
    not authorised: run `agentassist auth doctor`
    .TP
    5
    there is no such contact or contact list
    .TP
    6
    the rate limit is reached
    .TP
    7
    not everything was done; the outcome of each id is told
    .TP
    130
    interrupted, or a question was answered with no
    ");
}

/// What a shell is told of one command: its options with their texts.
#[test]
fn a_script_for_a_shell_has_the_texts_of_the_help() {
    let script = Program::new().run(&["completions", "fish"]);
    let command = "contact-lists; and __fish_seen_subcommand_from delete\" ";
    let options = script.lines().filter_map(|line| line.split(command).nth(1));
    let named = ["-l ignore-missing ", "-s y -l yes ", "-l dry-run ", "-l fields ", "-l record "];
    let told = options.filter(|line| named.iter().any(|name| line.starts_with(name)));
    assert_snapshot!(told.collect::<Vec<_>>().join("\n"), @r"
    -l fields -d 'Fields to show, such as `id,fullName,cellPhone.phoneNumber`' -r
    -l record -d 'Write each exchange, redacted, as a line of this new file: a recording for `agentassist check`' -r -F
    -l ignore-missing -d 'Exit 0 if there is no such list'
    -s y -l yes -d 'Delete without a question; needed where there is no terminal to ask on'
    -l dry-run -d 'Print the requests, redacted, and send none'
    ");
}

/// The script as bash uses it: it is loaded, and asked what may come next.
#[cfg(unix)]
#[test]
fn bash_completes_commands_options_and_values() {
    let program = Program::new();
    let script = program.command(&["completions", "bash"]).output().unwrap().stdout;
    let program = program.with_file("agentassist.bash", script);
    let completed = |words: &[&str]| {
        let line = format!(
            "source ./agentassist.bash; COMP_WORDS=('{}'); COMP_CWORD={}; _agentassist agentassist \
             '{}' '{}'; printf '%s ' \"${{COMPREPLY[@]}}\"",
            words.join("' '"),
            words.len() - 1,
            words[words.len() - 1],
            words[words.len() - 2],
        );
        let mut bash = Command::new("bash");
        bash.args(["--norc", "-c", &line]).current_dir(program.path());
        show(&bash.output().unwrap())
    };
    assert_snapshot!(completed(&["agentassist", ""]), @r"
    exit code: 0
    --- stdout ---
    -h -V --help --version contract check merge record explain sandbox contacts contact-lists auth completions man help --- stderr ---
    ");
    assert_snapshot!(completed(&["agentassist", "contacts", "bulk-delete", ""]), @r"
    exit code: 0
    --- stdout ---
    -y -o -h --ids-from --batch-size --yes --dry-run --output --fields --target --account-id --stream-id --client-id --client-secret-file --single-use-tokens --token-file --requests-per-minute --ca-file --profile --config --record --help plan apply help --- stderr ---
    ");
    assert_snapshot!(completed(&["agentassist", "contacts", "list", "--output", ""]), @r"
    exit code: 0
    --- stdout ---
    table json ndjson csv yaml --- stderr ---
    ");
    assert_snapshot!(completed(&["agentassist", "contacts", "list", "--pa"]), @r"
    exit code: 0
    --- stdout ---
    --page-size --- stderr ---
    ");
}

/// Each script is understood by its shell, where that is on the machine.
#[cfg(unix)]
#[test]
fn every_shell_reads_its_script() {
    let program = Program::new();
    for shell in ["bash", "zsh", "fish"] {
        let script = program.command(&["completions", shell]).output().unwrap().stdout;
        let path = program.path().join(shell);
        std::fs::write(&path, script).unwrap();
        let read = Command::new(shell).arg("-n").arg(&path).output();
        if let Ok(output) = read {
            assert!(output.status.success() && output.stderr.is_empty(), "{}", show(&output));
        }
    }
}
