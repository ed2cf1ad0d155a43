//! A client of a host, by the settings.

use agentassist_client::{AgentAssist, AgentAssistBuilder, JwtApp, RateLimiter, Token};

use super::{Place, Wire};
use crate::exit::Failure;
use crate::settings::{Credential, Settings};
use crate::trust::Authorities;

/// A client that is still to be built, and the place that it calls.
pub(crate) fn connect(
    settings: &Settings,
    host: &str,
    wire: &Wire,
) -> Result<(AgentAssistBuilder, Place), Failure> {
    let (account_id, stream_id) = settings.ids()?;
    let mut builder = AgentAssist::builder().host(host);
    if let Some(path) = &settings.ca_file {
        builder = builder.root_certificate(Authorities::read(path)?.pem);
    }
    let builder = sign(builder, settings.credential()?, wire)
        .account_id(&account_id)
        .stream_id(&stream_id)
        .rate_limiter(limiter(settings));
    Ok((builder, Place { target: host.to_owned(), account_id, stream_id }))
}

/// What keeps a client to the rate of the settings.
pub(super) fn limiter(settings: &Settings) -> RateLimiter {
    settings.rate().map_or_else(RateLimiter::off, RateLimiter::per_minute)
}

fn sign(builder: AgentAssistBuilder, credential: Credential, wire: &Wire) -> AgentAssistBuilder {
    match credential {
        Credential::Token(token) => builder.auth(wire.watching(Token::new(token.expose()))),
        Credential::App { client_id, client_secret, single_use } => {
            let app = JwtApp::new(client_id, client_secret.expose());
            builder.auth(wire.watching(if single_use { app.single_use() } else { app }))
        }
    }
}
