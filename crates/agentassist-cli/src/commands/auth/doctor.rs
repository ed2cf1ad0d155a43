//! `agentassist auth doctor`: why requests are not authorised, found without sending any.

use std::process::ExitCode;

use agentassist_client::JwtApp;
use chrono::{DateTime, Utc};

use crate::api::{ASK_THE_DOCTOR, with_settings};
use crate::doctor::{self, Check, ERROR_4002, OPERATION, Origin, Verdict};
use crate::exit::Failure;
use crate::output;
use crate::rows::{self, Format, OutputArguments, Shape, printable};
use crate::runtime;
use crate::sandbox;
use crate::settings::{ConnectionArguments, Credential, Secret, Settings, Target};

/// Find out why a token is not accepted, without sending anything unless --call is given
///
/// Looks at the host, the account, the stream, and the token: its form, its algorithm, its claims
/// against this machine's clock, and with the client secret also its signature. Without a token,
/// looks at one that it signs with the client secret, as a call would. Names the headers and the
/// API scope that each operation needs, and what the vendor's error 4002 can mean.
#[derive(Debug, clap::Args)]
#[command(after_help = HELP)]
pub(super) struct Arguments {
    /// Then ask the API for one contact, explain its answer, and compare its clock with this
    /// machine's; uses up a single-use token
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
    1  --call: the API refused, failed, or gave an answer that cannot be understood
    2  a setting is missing or wrong: host, account or stream
    3  a file cannot be read, or with --call the target cannot be reached
    4  the token, or what it is signed with, will not be accepted, or was not by --call
    6  --call: the rate limit is reached
  130  interrupted";

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let mut settings = Settings::load(&arguments.connection)?;
    settings.read_secrets()?;
    let mut checks = match &settings.target {
        Target::Sandbox => of_sandbox()?,
        Target::Host(host) => of_settings(&settings, host)?,
    };
    let can_be_called = checks.iter().all(|check| check.verdict < Verdict::BadSetting);
    let called = (arguments.call && can_be_called).then(|| call(&settings));
    let (here, there) = match &called {
        Some(called) => (called.ended, called.date),
        None => (Utc::now(), None),
    };
    if called.is_some() || checks.iter().any(|check| check.cause.starts_with("claim-")) {
        checks.push(doctor::clock(here, there));
    }
    let failure = called.and_then(|called| {
        checks.push(called.check);
        called.failure
    });
    let worst = checks.iter().map(|check| check.verdict).max();
    checks.extend(doctor::advice());
    show(&checks, &arguments.output)?;
    Ok(match (failure, worst) {
        (Some(failure), _) => failure.exit_code(),
        (None, Some(Verdict::Unauthorized)) => ExitCode::from(4),
        (None, Some(Verdict::BadSetting)) => ExitCode::from(2),
        _ => ExitCode::SUCCESS,
    })
}

/// Looks at the settings that a call to a host would have.
fn of_settings(settings: &Settings, host: &str) -> Result<Vec<Check>, Failure> {
    let mut checks = vec![
        doctor::host(settings.given_target.as_deref().unwrap_or(host)),
        doctor::account(settings.account_id.as_deref()),
        doctor::stream(settings.stream_id.as_deref()),
    ];
    let secret = settings.client_secret()?;
    let client_id = settings.client_id.as_deref();
    let (token, origin) = match settings.credential() {
        Ok(Credential::Token(token)) => (token, Origin::Given),
        Ok(Credential::App { client_id, client_secret, single_use }) => {
            let app = JwtApp::new(client_id, client_secret.expose());
            let signed = if single_use { app.single_use().sign() } else { app.sign() };
            let signed = signed.map_err(|error| Failure::outside("cannot sign a token", error))?;
            (Secret::new(signed.expose()), Origin::SignedHere)
        }
        Err(_) => {
            checks.push(doctor::no_credential(secret.is_some()));
            return Ok(checks);
        }
    };
    let secret = secret.as_ref();
    checks.extend(doctor::token(token.expose(), client_id, secret, origin, Utc::now()));
    Ok(checks)
}

/// Looks at what a call to a sandbox in this process would have.
fn of_sandbox() -> Result<Vec<Check>, Failure> {
    let credentials =
        runtime::block_on(async { Ok(sandbox::start().await?.credentials().clone()) })?;
    let mut checks = vec![
        Check::good("host", "a sandbox in this process"),
        doctor::account(Some(credentials.account_id.as_str())),
        doctor::stream(Some(credentials.stream_id.as_str())),
    ];
    let secret = Secret::new(credentials.client_secret.expose());
    checks.extend(doctor::token(
        credentials.token.expose(),
        Some(credentials.client_id.as_str()),
        Some(&secret),
        Origin::Given,
        Utc::now(),
    ));
    Ok(checks)
}

/// What a call came to.
struct Called {
    check: Check,
    failure: Option<Failure>,
    ended: DateTime<Utc>,
    /// The time by the API's clock, if an answer came.
    date: Option<DateTime<Utc>>,
}

/// Asks the API for one contact.
fn call(settings: &Settings) -> Called {
    let called = with_settings(settings, None, async |session| {
        let page = session.api.contacts().list().page_size(1);
        let outcome = session.reading(page.page()).await.map(drop);
        Ok((outcome, session.wire.date()))
    });
    let ended = Utc::now();
    let (outcome, date) = called.unwrap_or_else(|failure| (Err(failure), None));
    match outcome {
        Ok(()) => Called { check: doctor::accepted(), failure: None, ended, date },
        Err(failure) => {
            let mut check = doctor::failed(&failure);
            // Who asks the doctor need not be sent there.
            if let Some(message) = check.message.strip_suffix(ASK_THE_DOCTOR) {
                check.message = message.to_owned();
            }
            Called { check, failure: Some(failure), ended, date }
        }
    }
}

fn show(checks: &[Check], arguments: &OutputArguments) -> Result<(), Failure> {
    if arguments.format() == Format::Table && arguments.fields().is_empty() {
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
    for check in checks.iter().filter(|check| check.verdict != Verdict::Note) {
        let (cause, word) = (check.cause, check.verdict.word());
        let (on, off) = match check.verdict {
            Verdict::Note | Verdict::Good => ("\x1b[32m", "\x1b[0m"),
            Verdict::Warning => ("\x1b[1m\x1b[33m", "\x1b[0m"),
            Verdict::Failed | Verdict::BadSetting | Verdict::Unauthorized => {
                ("\x1b[1m\x1b[31m", "\x1b[0m")
            }
        };
        lines.push(format!("{on}{word:7}{off}  {cause:15}  {}", printable(&check.message)));
        if let Some(remedy) = &check.remedy {
            lines.push(format!("{:26}→ {remedy}", ""));
        }
    }
    for (cause, heading) in [
        (OPERATION, "What each operation needs"),
        (ERROR_4002, "What error 4002 can mean (seen at other public APIs of the vendor)"),
    ] {
        lines.push(format!("\n{heading}"));
        let notes = checks.iter().filter(|check| check.cause == cause);
        lines.extend(notes.map(|note| format!("  {}", note.message)));
    }
    lines.join("\n") + "\n"
}
