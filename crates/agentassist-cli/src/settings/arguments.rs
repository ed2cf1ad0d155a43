//! The flags that every command that calls the API has.

use std::path::PathBuf;

use clap::builder::{OsStringValueParser, TypedValueParser};

/// Where and on whose behalf
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "Connection")]
pub(crate) struct ConnectionArguments {
    /// `sandbox` for one in this process, or the host or base URL of an environment
    /// (default: platform.kore.ai)
    #[arg(long, env = "AGENTASSIST_TARGET", hide_env_values = true, value_name = "TARGET")]
    pub(super) target: Option<String>,
    /// Account that the requests are made for
    #[arg(long, env = "AGENTASSIST_ACCOUNT_ID", hide_env_values = true, value_name = "ID")]
    pub(super) account_id: Option<String>,
    /// Stream (bot, application) that the contacts belong to
    #[arg(long, env = "AGENTASSIST_STREAM_ID", hide_env_values = true, value_name = "ID")]
    pub(super) stream_id: Option<String>,
    /// Client id of the JWT app, `cs-…`
    #[arg(long, env = "AGENTASSIST_CLIENT_ID", hide_env_values = true, value_name = "ID")]
    pub(super) client_id: Option<String>,
    /// File with the client secret, `-` for standard input [env: `AGENTASSIST_CLIENT_SECRET`]
    #[arg(long, value_name = "FILE")]
    pub(super) client_secret_file: Option<PathBuf>,
    /// File with a signed token, `-` for standard input [env: `AGENTASSIST_TOKEN`]
    #[arg(long, value_name = "FILE", conflicts_with = "client_secret_file")]
    pub(super) token_file: Option<PathBuf>,
    /// Sign a token of its own for each request, as apps that enforce `jti` demand
    #[arg(long)]
    pub(super) single_use_tokens: bool,
    /// Requests per minute and account; 0 for no limit (default: 60, the vendor's; of a sandbox in
    /// this process, none)
    #[arg(
        long,
        env = "AGENTASSIST_REQUESTS_PER_MINUTE",
        hide_env_values = true,
        value_name = "NUMBER"
    )]
    pub(super) requests_per_minute: Option<u32>,
    /// Trust the target's certificate by these authorities (PEM) too, beside those of the machine
    ///
    /// For a host behind a company's own authority.
    #[arg(long, env = "AGENTASSIST_CA_FILE", hide_env_values = true, value_name = "FILE")]
    #[arg(value_parser = path_or_nothing())]
    pub(super) ca_file: Option<PathBuf>,
    /// Profile of the configuration file
    #[arg(long, env = "AGENTASSIST_PROFILE", hide_env_values = true, value_name = "NAME")]
    pub(super) profile: Option<String>,
    /// Configuration file (default: `~/.config/agentassist/config.toml`)
    #[arg(long, env = "AGENTASSIST_CONFIG", hide_env_values = true, value_name = "FILE")]
    #[arg(value_parser = path_or_nothing())]
    pub(super) config: Option<PathBuf>,
}

/// A path as it is: an empty variable is as good as none, where clap's own parser refuses it.
pub(crate) fn path_or_nothing() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().map(PathBuf::from)
}
