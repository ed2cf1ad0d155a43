//! Where settings come from: flags, the environment, profiles; and who may read secrets.

use insta::assert_snapshot;

use crate::program::{Program, show};
use crate::server::Server;

const CONFIG: &str = r#"
default_profile = "test"

[profiles.test]
target = "profile.example"
account_id = "profile-account"
stream_id = "st-profile"
client_secret_file = "secret"

[profiles.other]
stream_id = "st-other"
"#;

/// What a dry run of a deletion would call, with a configuration file and an environment.
fn called(arguments: &[&str], environment: &[(&str, &str)]) -> String {
    let program = Program::new().with_file(".config/agentassist/config.toml", CONFIG);
    let fixed = ["contacts", "delete", "1", "--dry-run", "--fields", "url,headers.accountid"];
    let mut command = program.command(&[&fixed[..], arguments].concat());
    let shown = show(&command.envs(environment.iter().copied()).output().unwrap());
    shown.replace(program.path().to_str().unwrap(), "~")
}

#[test]
fn the_profile_is_used_where_nothing_else_is_said() {
    assert_snapshot!(called(&[], &[]), @r#"
    exit code: 0
    --- stdout ---
    {"url":"https://profile.example/agentassist/api/v1/public/st-profile/contacts/1","headers":{"accountid":"profile-account"}}
    --- stderr ---
    dry run: nothing was sent
    "#);
}

#[test]
fn the_environment_wins_over_the_profile_and_a_flag_over_both() {
    let environment = [
        ("AGENTASSIST_TARGET", "environment.example"),
        ("AGENTASSIST_ACCOUNT_ID", "environment-account"),
    ];
    assert_snapshot!(called(&["--target", "flag.example"], &environment), @r#"
    exit code: 0
    --- stdout ---
    {"url":"https://flag.example/agentassist/api/v1/public/st-profile/contacts/1","headers":{"accountid":"environment-account"}}
    --- stderr ---
    dry run: nothing was sent
    "#);
}

#[test]
fn another_profile_is_named_by_a_flag_or_the_environment() {
    assert_snapshot!(called(&["--profile", "other"], &[("AGENTASSIST_PROFILE", "test")]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --account-id is needed (or AGENTASSIST_ACCOUNT_ID, or a profile); for a try-out without an account give --target sandbox
    ");
    assert_snapshot!(called(&[], &[("AGENTASSIST_PROFILE", "no-such-profile")]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: ~/.config/agentassist/config.toml: there is no profile `no-such-profile`: choose one of `other`, `test`
    ");
}

/// The profile has everything that a call needs: what an empty variable would be taken for, it
/// would take the place of.
#[test]
fn an_empty_variable_is_as_good_as_none() {
    let page =
        r#"{"results":[],"skip":0,"limit":10,"hasMore":false,"totalPages":0,"totalResults":0}"#;
    let server = Server::answering(200, page);
    let profile = format!(
        "[profiles.default]\ntarget = \"{}\"\naccount_id = \"a\"\nstream_id = \"st-1\"\n\
         client_id = \"cs-1\"\nclient_secret_file = \"secret\"\nrequests_per_minute = 7\n",
        server.base_url
    );
    let program = Program::new()
        .with_file(".config/agentassist/config.toml", profile)
        .with_file(".config/agentassist/secret", "s3cr3t");
    let variables = [
        "TARGET",
        "ACCOUNT_ID",
        "STREAM_ID",
        "CLIENT_ID",
        "CLIENT_SECRET",
        "TOKEN",
        "REQUESTS_PER_MINUTE",
        "CA_FILE",
        "PROFILE",
        "CONFIG",
    ];
    for variable in variables {
        for command in [&["contacts", "list"][..], &["contract", "--target", &server.base_url]] {
            let mut command = program.command(command);
            let shown = show(&command.env(format!("AGENTASSIST_{variable}"), "").output().unwrap());
            assert!(shown.starts_with("exit code: 0\n"), "{variable}: {shown}");
            assert!(server.requests() > 0, "{variable}: {shown}");
        }
    }
}

/// Each variable that the help of a command names is one of those above.
#[test]
fn no_variable_is_missing_from_the_page() {
    let help = Program::new().run(&["contacts", "list", "--help"]);
    let named = help.split("AGENTASSIST_").skip(1);
    let named = named.map(|rest| rest.split(|c: char| !c.is_ascii_uppercase() && c != '_').next());
    let page = include_str!("../../README.md");
    for name in named.flatten().filter(|name| !name.is_empty()) {
        assert!(page.contains(&format!("`AGENTASSIST_{name}`")), "{name}");
    }
}

#[test]
fn a_configuration_file_that_is_named_has_to_be_there() {
    assert_snapshot!(called(&["--config", "no-such-file"], &[]), @r"
    exit code: 3
    --- stdout ---
    --- stderr ---
    error: cannot read the configuration file no-such-file: No such file or directory (os error 2)
    ");
}

#[test]
fn a_mistake_in_the_configuration_file_is_named_by_its_line() {
    let program = Program::new().with_file("config.toml", "[profiles.a]\nacount_id = \"x\"\n");
    let list = ["contacts", "list", "--config", "config.toml"];
    assert_snapshot!(program.run(&list), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: config.toml is not a configuration file: line 2: unknown field `acount_id`, expected one of `target`, `account_id`, `stream_id`, `client_id`, `client_secret`, `client_secret_file`, `token`, `token_file`, `single_use_tokens`, `requests_per_minute`, `ca_file`
    ");
}

#[cfg(unix)]
#[test]
fn a_secret_in_a_file_that_others_may_read_is_refused() {
    let config = "[profiles.default]\ntarget = \"http://127.0.0.1:9\"\naccount_id = \"a\"\n\
                  stream_id = \"st-1\"\ntoken = \"s3cr3t\"\n";
    let program = Program::new().with_file("config.toml", config);
    let run = |mode| {
        program.allow("config.toml", mode);
        program.run(&["contacts", "delete", "1", "--dry-run", "--config", "config.toml"])
    };
    assert_snapshot!(run(0o640), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: config.toml holds a secret, and other users may read it: run `chmod 600 config.toml`
    ");
    let allowed = run(0o600);
    assert!(allowed.starts_with("exit code: 0\n"), "{allowed}");
    assert!(!allowed.contains("s3cr3t"), "{allowed}");
}

/// The warning names the file and not what it holds; a pipe has no other readers.
#[cfg(unix)]
#[test]
fn a_secret_in_a_file_of_its_own_that_others_may_read_is_warned_of() {
    let program = Program::new().with_file("token", "s3cr3t").with_file("secret", "s3cr3t");
    let place = ["--target", "http://127.0.0.1:9", "--account-id", "a", "--stream-id", "st-1"];
    let doctor =
        [&["auth", "doctor", "--client-id", "cs-1", "--fields", "check"], &place[..]].concat();
    let warned = |credential: &[&str]| {
        let shown = program.run(&[&doctor[..], credential].concat());
        shown.split("--- stderr ---\n").nth(1).unwrap().to_owned()
    };
    for flag in ["--token-file", "--client-secret-file"] {
        assert_eq!(warned(&[flag, "token"]), "");
    }
    program.allow("token", 0o644);
    program.allow("secret", 0o620);
    assert_snapshot!(warned(&["--token-file", "token"]), @"warning: other users may read the token in token: run `chmod 600 token`");
    assert_snapshot!(warned(&["--client-secret-file", "secret"]), @"warning: other users may read the client secret in secret: run `chmod 600 secret`");
    let piped = program.run_with_input(&[&doctor[..], &["--token-file", "-"]].concat(), "s3cr3t");
    assert!(piped.ends_with("--- stderr ---\n"), "{piped}");
}

#[test]
fn what_a_call_needs_is_named_with_every_place_it_may_come_from() {
    let program = Program::new();
    let run = |arguments: &[&str]| program.run(&[&["contacts", "list"], arguments].concat());
    assert_snapshot!(run(&[]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --account-id is needed (or AGENTASSIST_ACCOUNT_ID, or a profile); for a try-out without an account give --target sandbox
    ");
    assert_snapshot!(run(&["--account-id", "a", "--stream-id", "st-1"]), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: a token or a client secret is needed: set AGENTASSIST_TOKEN or AGENTASSIST_CLIENT_SECRET, or give --token-file or --client-secret-file
    ");
    let secret = ["--account-id", "a", "--stream-id", "st-1", "--client-secret-file", "-"];
    assert_snapshot!(program.run_with_input(&[&["contacts", "list"], &secret[..]].concat(), "x"), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: --client-id is needed (or AGENTASSIST_CLIENT_ID, or a profile); for a try-out without an account give --target sandbox
    ");
}

#[test]
fn another_machine_by_plain_http_is_refused_with_what_to_do_on_the_command_line() {
    let program = Program::new();
    let target = ["--account-id", "a", "--stream-id", "st-1", "--token-file", "-"];
    let list = ["contacts", "list", "--target", "http://platform.example"];
    assert_snapshot!(program.run_with_input(&[&list[..], &target].concat(), "t"), @r"
    exit code: 2
    --- stdout ---
    --- stderr ---
    error: the target is another machine by plain http, which shows the token to whoever is on the way: give an https:// address, or lead a tunnel there from a port of this machine and give http://127.0.0.1:PORT
    ");
}

#[test]
fn no_secret_has_a_flag_of_its_own() {
    let program = Program::new();
    for flag in ["--token", "--client-secret"] {
        let shown = program.run(&["contacts", "list", flag, "s3cr3t"]);
        assert!(shown.starts_with("exit code: 2\n"), "{shown}");
    }
}
