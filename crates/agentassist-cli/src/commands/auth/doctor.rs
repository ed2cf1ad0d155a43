//! `agentassist auth doctor`: why requests are not authorised, found without sending any.

use std::process::ExitCode;

use agentassist_client::JwtApp;
use agentassist_conformance::document::{OPERATIONS, Operation, Place};
use chrono::Utc;

use crate::api::{ASK_THE_DOCTOR, with_settings};
use crate::doctor::{self, Check, EXPLAINED_4002, Verdict};
use crate::exit::Failure;
use crate::output;
use crate::rows::{self, Format, OutputArguments, Shape, printable};
use crate::settings::{ConnectionArguments, Secret, Settings, Target};

/// Find out why a token is not accepted, without sending anything unless --call is given
///
/// Looks at the host, the account, the stream, and the token: its form, its algorithm, its claims
/// against this machine's clock, and with the client secret also its signature. Without a token,
/// looks at one that it signs with the client secret. Names the headers and the API scope that
/// each operation needs, and what the vendor's error 4002 can mean.
#[derive(Debug, clap::Args)]
#[command(after_help = HELP)]
pub(super) struct Arguments {
    /// Then ask the API for one contact, and explain its answer; uses up a single-use token
    #[arg(long)]
    call: bool,
    #[command(flatten)]
    connection: ConnectionArguments,
    #[command(flatten)]
    output: OutputArguments,
}

const HELP: &str = "\
Examples:
  agentassist auth doctor
  agentassist auth doctor --token-file token.txt --call

Exit codes:
    0  nothing is wrong (warnings may have been printed)
    2  a setting is missing or wrong: host, account or stream
    3  a file cannot be read
    4  the token, or what it is signed with, will not be accepted";

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let mut settings = Settings::load(&arguments.connection)?;
    settings.read_secrets()?;
    let mut checks = examine(&settings)?;
    let can_be_called = checks.iter().all(|check| check.verdict < Verdict::BadSetting);
    if arguments.call && can_be_called {
        checks.push(call(&settings)?);
    }
    if checks.is_empty() {
        return Err(Failure::Usage(
            "the sandbox's own settings are always right: give --call to call it".to_owned(),
        ));
    }
    show(&checks, &arguments.output)?;
    let worst = checks.iter().map(|check| check.verdict).max();
    Ok(match worst {
        Some(Verdict::Unauthorized) => ExitCode::from(4),
        Some(Verdict::BadSetting) => ExitCode::from(2),
        _ => ExitCode::SUCCESS,
    })
}

/// Looks at the settings; those of the sandbox are its own.
fn examine(settings: &Settings) -> Result<Vec<Check>, Failure> {
    let Target::Host(host) = &settings.target else { return Ok(Vec::new()) };
    let mut checks = vec![
        doctor::host(settings.given_target.as_ref().unwrap_or(host)),
        doctor::account(settings.account_id.as_deref()),
        doctor::stream(settings.stream_id.as_deref()),
    ];
    let secret = settings.client_secret()?;
    let token = match (settings.token()?, &secret, &settings.client_id) {
        (Some(token), _, _) => Some(token),
        (None, Some(secret), Some(client_id)) => {
            // The one that a call would send.
            let signed = JwtApp::new(client_id, secret.expose()).sign();
            let signed = signed.map_err(|error| Failure::outside("cannot sign a token", error))?;
            Some(Secret::new(signed.expose()))
        }
        _ => None,
    };
    match token {
        Some(token) => {
            let client_id = settings.client_id.as_deref();
            checks.extend(doctor::token(token.expose(), client_id, secret.as_ref(), Utc::now()));
        }
        None => checks.push(doctor::no_credential(secret.is_some())),
    }
    Ok(checks)
}

/// Asks the API for one contact. Only an answer about who asks is a finding of the doctor.
fn call(settings: &Settings) -> Result<Check, Failure> {
    with_settings(settings, None, async |session| {
        let page = session.api.contacts().list().page_size(1);
        match session.reading(page.page()).await {
            Ok(_) => Ok(doctor::accepted()),
            Err(failure) if failure.is_unauthorized() => {
                let message = failure.to_string();
                // Who asks the doctor need not be sent there.
                let message = message.strip_suffix(ASK_THE_DOCTOR).unwrap_or(&message);
                Ok(doctor::refused(message))
            }
            Err(failure) => Err(failure),
        }
    })
}

fn show(checks: &[Check], arguments: &OutputArguments) -> Result<(), Failure> {
    let format = arguments.format();
    if format == Format::Table {
        return output::print(&report(checks));
    }
    let mut rows =
        rows::to_stdout(arguments, Shape::List, &["check", "verdict", "message", "remedy"]);
    for check in checks {
        if !rows::written(rows.row(&check.to_row()))? {
            return Ok(());
        }
    }
    rows::finish(rows)
}

/// The report for people.
fn report(checks: &[Check]) -> String {
    let mut lines = Vec::new();
    for check in checks {
        let (cause, word) = (check.cause, check.verdict.word());
        let (on, off) = match check.verdict {
            Verdict::Good => ("\x1b[32m", "\x1b[0m"),
            Verdict::Warning => ("\x1b[1m\x1b[33m", "\x1b[0m"),
            Verdict::BadSetting | Verdict::Unauthorized => ("\x1b[1m\x1b[31m", "\x1b[0m"),
        };
        lines.push(format!("{on}{word:7}{off}  {cause:15}  {}", printable(&check.message)));
        if let Some(remedy) = &check.remedy {
            lines.push(format!("{:26}→ {remedy}", ""));
        }
    }
    lines.push("\nHeaders and API scope of each operation".to_owned());
    for operation in OPERATIONS {
        lines.push(format!(
            "  {:18}  scope {:19}  {}",
            operation.id,
            operation.scope,
            headers(operation).join(", ")
        ));
    }
    lines.push(
        "  The scope is assigned to the app, which is then published: no token shows it".to_owned(),
    );
    lines.push("\nWhat error 4002 can mean (seen at other public APIs of the vendor)".to_owned());
    for (message, meaning) in EXPLAINED_4002 {
        lines.push(format!("  \"{message}\"\n      {meaning}"));
    }
    lines.join("\n") + "\n"
}

/// The headers that each request of an operation has.
fn headers(operation: &Operation) -> Vec<&'static str> {
    let parameters = operation.parameters.iter();
    let named =
        parameters.filter(|parameter| parameter.place == Place::Header && parameter.required);
    let content_type = operation.request_content_type.as_ref().map(|_| "Content-Type");
    let signed = operation.security.iter().copied();
    signed.chain(named.map(|parameter| parameter.name)).chain(content_type).collect()
}
