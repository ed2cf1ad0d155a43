//! `agentassist auth token`: signs a token.

use std::process::ExitCode;
use std::time::Duration;

use agentassist_client::JwtApp;

use crate::exit::Failure;
use crate::output;
use crate::runtime;
use crate::sandbox;
use crate::settings::{
    AppArguments, ConnectionArguments, ProfileArguments, Secret, Settings, Target, TargetArguments,
};

/// Sign a token and print it to standard output
///
/// The token is made here, from the client id and the client secret: the vendor has no operation
/// for it. Whoever has the token can use it until it expires: do not print it into a log.
#[derive(Debug, clap::Args)]
#[command(after_help = HELP)]
pub(super) struct Arguments {
    /// Seconds until it expires; with --single-use-tokens at most 3600
    #[arg(long, default_value_t = 300, value_name = "SECONDS",
          value_parser = clap::value_parser!(u32).range(1..=31_536_000))]
    lifetime: u32,
    /// Claim `sub`, which the vendor's sample has and nothing demands
    #[arg(long, value_name = "TEXT")]
    subject: Option<String>,
    #[command(flatten, next_help_heading = "Connection")]
    target: TargetArguments,
    #[command(flatten)]
    app: AppArguments,
    #[command(flatten)]
    profile: ProfileArguments,
}

const HELP: &str = "\
Examples:
  agentassist auth token --client-id cs-ID --client-secret-file secret.txt > token.txt
  agentassist auth token --target sandbox

Settings:
  A flag wins over the environment (AGENTASSIST_…), the environment over the profile in the
  configuration file, the profile over the default. The secret is never taken from the command
  line: give a file, `-` for standard input, or AGENTASSIST_CLIENT_SECRET.

Exit codes:
    0  done
    2  the command line, a setting, or the content of a file is wrong
    3  a file cannot be read, or standard output not written";

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let settings = Settings::load(&ConnectionArguments::of_app(
        &arguments.target,
        &arguments.app,
        &arguments.profile,
    ))?;
    let (client_id, secret) = app(&settings)?;
    let lifetime = Duration::from_secs(arguments.lifetime.into());
    let mut app = JwtApp::new(client_id, secret.expose()).lifetime(lifetime);
    if settings.single_use_tokens {
        let longest = JwtApp::SINGLE_USE_LIFETIME;
        if lifetime > longest {
            return Err(Failure::Usage(format!(
                "--lifetime is too long: a token with a `jti` may live for {} seconds at most",
                longest.as_secs()
            )));
        }
        app = app.single_use();
    }
    if let Some(subject) = &arguments.subject {
        app = app.subject(subject);
    }
    let token = app.sign().map_err(|error| Failure::outside("cannot sign a token", error))?;
    output::print(&format!("{}\n", token.expose()))?;
    Ok(ExitCode::SUCCESS)
}

/// The id and the secret of the app that signs.
fn app(settings: &Settings) -> Result<(String, Secret), Failure> {
    if settings.target == Target::Sandbox {
        return runtime::block_on(async {
            let sandbox = sandbox::start().await?;
            let credentials = sandbox.credentials();
            let secret = Secret::new(credentials.client_secret.expose());
            Ok((credentials.client_id.to_string(), secret))
        });
    }
    let secret = settings.client_secret()?.ok_or_else(|| {
        Failure::Usage(
            "a client secret is needed: set AGENTASSIST_CLIENT_SECRET or give \
             --client-secret-file"
                .to_owned(),
        )
    })?;
    Ok((settings.client_id()?, secret))
}
