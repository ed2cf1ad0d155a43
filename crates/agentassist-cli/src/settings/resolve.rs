//! Puts flags, environment and profile together, in the documented order.

use std::env;
use std::path::PathBuf;

use super::file::{self, Profile};
use super::secret::{Secret, SecretSource};
use super::{ConnectionArguments, HostArguments};
use crate::address;
use crate::exit::Failure;
use crate::text_input::TextInput;

/// The environment of the vendor's own examples.
const DEFAULT_TARGET: &str = "platform.kore.ai";
/// The vendor's limit for the contact and campaign operations of an account.
const REQUESTS_PER_MINUTE: u32 = 60;

/// What errors call the secrets.
const TOKEN: &str = "the token";
const CLIENT_SECRET: &str = "the client secret";

/// All settings, each from the first place that has it. Nothing is demanded yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Settings {
    pub(crate) target: Target,
    /// The target as it was given: the doctor looks at it.
    pub(crate) given_target: Option<String>,
    pub(crate) account_id: Option<String>,
    pub(crate) stream_id: Option<String>,
    pub(crate) client_id: Option<String>,
    pub(crate) single_use_tokens: bool,
    pub(crate) requests_per_minute: Option<u32>,
    pub(crate) ca_file: Option<PathBuf>,
    token: Option<Ranked>,
    client_secret: Option<Ranked>,
}

/// What is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// A sandbox in this process.
    Sandbox,
    /// A host or base URL.
    Host(String),
}

/// What requests are signed with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Credential {
    /// A token that was signed elsewhere.
    Token(Secret),
    /// A JWT app that signs tokens here.
    App { client_id: String, client_secret: Secret, single_use: bool },
}

/// A secret's source, and how early in the order it came: the lower the earlier.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Ranked {
    rank: u8,
    source: SecretSource,
}

impl Settings {
    /// Reads the environment and the configuration file, and puts all together.
    pub(crate) fn load(arguments: &ConnectionArguments) -> Result<Self, Failure> {
        let given = &arguments.host.profile;
        let name = given.profile.as_deref().filter(|name| !name.is_empty());
        let path = given.config.as_deref().filter(|path| !path.as_os_str().is_empty());
        let profile = if is_sandbox(arguments.target.target.as_deref()) {
            // A try-out needs no file, and must not fail on one.
            Profile::default()
        } else {
            file::profile(path, name)?
        };
        Ok(Self::resolve(arguments, |name| env::var(name).ok(), profile))
    }

    fn resolve(
        arguments: &ConnectionArguments,
        environment: impl Fn(&str) -> Option<String>,
        profile: Profile,
    ) -> Self {
        let first = |given: &Option<String>, profile: Option<String>| {
            given.clone().filter(|text| !text.is_empty()).or(profile)
        };
        let secret = |flag: &Option<_>, variable: &str, given, file: Option<_>| {
            let from_environment = environment(variable).filter(|text| !text.trim().is_empty());
            let places = [
                flag.as_deref().map(SecretSource::at),
                from_environment.map(Secret::new).map(SecretSource::Given),
                Option::map(given, SecretSource::Given)
                    .or(file.map(|path| SecretSource::Text(TextInput::File(path)))),
            ];
            let ranked = (0..).zip(places).find_map(|(rank, place)| Some((rank, place?)));
            ranked.map(|(rank, source)| Ranked { rank, source })
        };
        let ConnectionArguments { target, host } = arguments;
        let HostArguments { account, app, token, wire, profile: _ } = host;
        let target = first(&target.target, profile.target);
        Self {
            given_target: target.clone(),
            target: match target {
                Some(target) if is_sandbox(Some(&target)) => Target::Sandbox,
                Some(host) => Target::Host(address::short(&host)),
                None => Target::Host(DEFAULT_TARGET.to_owned()),
            },
            account_id: first(&account.account_id, profile.account_id),
            stream_id: first(&account.stream_id, profile.stream_id),
            client_id: first(&app.client_id, profile.client_id),
            single_use_tokens: app.single_use_tokens || profile.single_use_tokens.unwrap_or(false),
            requests_per_minute: wire
                .requests_per_minute
                .and_then(|number| number.0)
                .or(profile.requests_per_minute),
            ca_file: (wire.ca_file.clone())
                .filter(|path| !path.as_os_str().is_empty())
                .or(profile.ca_file),
            token: secret(
                &token.token_file,
                "AGENTASSIST_TOKEN",
                profile.token,
                profile.token_file,
            ),
            client_secret: secret(
                &app.client_secret_file,
                "AGENTASSIST_CLIENT_SECRET",
                profile.client_secret,
                profile.client_secret_file,
            ),
        }
    }

    /// Reads the secrets once and for all: standard input gives them only once.
    pub(crate) fn read_secrets(&mut self) -> Result<(), Failure> {
        let secrets = [(&mut self.token, TOKEN), (&mut self.client_secret, CLIENT_SECRET)];
        for (secret, what) in secrets {
            if let Some(ranked) = secret {
                ranked.source = SecretSource::Given(ranked.source.read(what)?);
            }
        }
        Ok(())
    }

    /// The token, if there is one.
    pub(crate) fn token(&self) -> Result<Option<Secret>, Failure> {
        self.token.as_ref().map(|ranked| ranked.source.read(TOKEN)).transpose()
    }

    /// The client secret, if there is one.
    pub(crate) fn client_secret(&self) -> Result<Option<Secret>, Failure> {
        self.client_secret.as_ref().map(|ranked| ranked.source.read(CLIENT_SECRET)).transpose()
    }

    /// What requests are signed with: of a token and a secret the one that comes earlier in the
    /// order; of two from the same place, the token.
    pub(crate) fn credential(&self) -> Result<Credential, Failure> {
        let token_first = match (&self.token, &self.client_secret) {
            (Some(token), Some(secret)) => token.rank <= secret.rank,
            (token, _) => token.is_some(),
        };
        if token_first && let Some(token) = self.token()? {
            return Ok(Credential::Token(token));
        }
        let Some(client_secret) = self.client_secret()? else {
            return Err(Failure::Usage(
                "a token or a client secret is needed: set AGENTASSIST_TOKEN or \
                 AGENTASSIST_CLIENT_SECRET, or give --token-file or --client-secret-file"
                    .to_owned(),
            ));
        };
        let client_id = self.client_id()?;
        Ok(Credential::App { client_id, client_secret, single_use: self.single_use_tokens })
    }

    /// The client id, which a client secret is nothing without.
    pub(crate) fn client_id(&self) -> Result<String, Failure> {
        demand(self.client_id.as_ref(), "client-id", "AGENTASSIST_CLIENT_ID")
    }

    /// The account and the stream.
    pub(crate) fn ids(&self) -> Result<(String, String), Failure> {
        Ok((
            demand(self.account_id.as_ref(), "account-id", "AGENTASSIST_ACCOUNT_ID")?,
            demand(self.stream_id.as_ref(), "stream-id", "AGENTASSIST_STREAM_ID")?,
        ))
    }

    /// The most requests per minute; `None` for no limit. A sandbox in this process has none of its
    /// own: nobody else calls it.
    pub(crate) fn rate(&self) -> Option<u32> {
        let default = match self.target {
            Target::Sandbox => 0,
            Target::Host(_) => REQUESTS_PER_MINUTE,
        };
        Some(self.requests_per_minute.unwrap_or(default)).filter(|rate| *rate > 0)
    }
}

fn is_sandbox(target: Option<&str>) -> bool {
    target == Some("sandbox")
}

fn demand(value: Option<&String>, flag: &str, variable: &str) -> Result<String, Failure> {
    value.cloned().ok_or_else(|| {
        Failure::Usage(format!(
            "--{flag} is needed (or {variable}, or a profile); for a try-out without an account \
             give --target sandbox"
        ))
    })
}

#[cfg(test)]
mod tests;
