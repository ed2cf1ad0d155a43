//! The flags that the commands which call the API have in common, in groups: a command has those
//! that it uses.

use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{OsStringValueParser, TypedValueParser};

/// Where and on whose behalf
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "Connection")]
pub(crate) struct ConnectionArguments {
    #[command(flatten)]
    pub(super) target: TargetArguments,
    #[command(flatten)]
    pub(super) host: HostArguments,
}

/// Where
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct TargetArguments {
    /// `sandbox` for one in this process, or the host or base URL of an environment
    /// (default: platform.kore.ai)
    #[arg(long, env = "AGENTASSIST_TARGET", hide_env_values = true, value_name = "TARGET")]
    pub(super) target: Option<String>,
}

/// What a call to a host needs beside its name
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct HostArguments {
    #[command(flatten)]
    pub(super) account: AccountArguments,
    #[command(flatten)]
    pub(super) app: AppArguments,
    #[command(flatten)]
    pub(super) token: TokenArguments,
    #[command(flatten)]
    pub(super) wire: WireArguments,
    #[command(flatten)]
    pub(super) profile: ProfileArguments,
}

/// On whose behalf
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct AccountArguments {
    /// Account that the requests are made for
    #[arg(long, env = "AGENTASSIST_ACCOUNT_ID", hide_env_values = true, value_name = "ID")]
    pub(super) account_id: Option<String>,
    /// Stream (bot, application) that the contacts belong to
    #[arg(long, env = "AGENTASSIST_STREAM_ID", hide_env_values = true, value_name = "ID")]
    pub(super) stream_id: Option<String>,
}

/// Who signs tokens
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct AppArguments {
    /// Client id of the JWT app, `cs-…`
    #[arg(long, env = "AGENTASSIST_CLIENT_ID", hide_env_values = true, value_name = "ID")]
    pub(super) client_id: Option<String>,
    /// File with the client secret, `-` for standard input [env: `AGENTASSIST_CLIENT_SECRET`]
    #[arg(long, value_name = "FILE")]
    pub(super) client_secret_file: Option<PathBuf>,
    /// Sign a token of its own for each request, as apps that enforce `jti` demand
    #[arg(long)]
    pub(super) single_use_tokens: bool,
}

/// A token that was signed elsewhere
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct TokenArguments {
    /// File with a signed token, `-` for standard input [env: `AGENTASSIST_TOKEN`]
    #[arg(long, value_name = "FILE", conflicts_with = "client_secret_file")]
    pub(super) token_file: Option<PathBuf>,
}

/// How requests go out
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct WireArguments {
    /// Requests per minute and account; 0 for no limit (default: 60, the vendor's; of a sandbox in
    /// this process, none)
    #[arg(
        long,
        env = "AGENTASSIST_REQUESTS_PER_MINUTE",
        hide_env_values = true,
        value_name = "NUMBER"
    )]
    pub(super) requests_per_minute: Option<Number>,
    /// Trust the target's certificate by these authorities (PEM) too, beside those of the machine
    ///
    /// For a host behind a company's own authority.
    #[arg(long, env = "AGENTASSIST_CA_FILE", hide_env_values = true, value_name = "FILE")]
    #[arg(value_parser = path_or_nothing())]
    pub(super) ca_file: Option<PathBuf>,
}

/// Where the rest is written down
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct ProfileArguments {
    /// Profile of the configuration file
    #[arg(long, env = "AGENTASSIST_PROFILE", hide_env_values = true, value_name = "NAME")]
    pub(super) profile: Option<String>,
    /// Configuration file (default: `~/.config/agentassist/config.toml`)
    #[arg(long, env = "AGENTASSIST_CONFIG", hide_env_values = true, value_name = "FILE")]
    #[arg(value_parser = path_or_nothing())]
    pub(super) config: Option<PathBuf>,
}

impl ConnectionArguments {
    /// The flags of a command that calls a host which is named otherwise.
    pub(crate) fn at(target: &str, host: &HostArguments) -> Self {
        let target = TargetArguments { target: Some(target.to_owned()) };
        Self { target, host: host.clone() }
    }

    /// The flags of a command that signs, and calls nothing.
    pub(crate) fn of_app(
        target: &TargetArguments,
        app: &AppArguments,
        profile: &ProfileArguments,
    ) -> Self {
        let host = HostArguments {
            app: app.clone(),
            profile: profile.clone(),
            ..HostArguments::default()
        };
        Self { target: target.clone(), host }
    }
}

/// A number, or nothing where a variable is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number(pub(super) Option<u32>);

impl FromStr for Number {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.is_empty() {
            return Ok(Self(None));
        }
        text.parse().map(|number| Self(Some(number))).map_err(|_| "give a number such as 60")
    }
}

/// A path as it is: an empty variable is as good as none, where clap's own parser refuses it.
fn path_or_nothing() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().map(PathBuf::from)
}
