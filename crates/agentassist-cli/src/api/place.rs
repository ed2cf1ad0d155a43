//! Where contacts live: what a plan or a checkpoint is good for.

use std::fmt;

use agentassist_client::generated::types::StreamId;
use agentassist_client::{AgentAssist, BuildError};
use agentassist_sandbox::Sandbox;

use super::failure::places;
use super::session::CallArguments;
use crate::address::Address;
use crate::exit::Failure;
use crate::runtime;
use crate::sandbox;
use crate::settings::{Settings, Target};

/// Where contacts live.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Place {
    pub(crate) target: String,
    pub(crate) account_id: String,
    pub(crate) stream_id: String,
}

impl Place {
    /// The place by settings alone: nothing is started or called.
    pub(crate) fn by_settings(arguments: &CallArguments) -> Result<Self, Failure> {
        let settings = Settings::load(&arguments.connection)?;
        match &settings.target {
            // Its ids are the vendor's samples, the same in every sandbox.
            Target::Sandbox => runtime::block_on(async {
                let sandbox = sandbox::start().await?;
                Ok(Self::of_sandbox(&sandbox))
            }),
            Target::Host(host) => {
                let (account_id, stream_id) = settings.ids()?;
                let place = Self { target: host.clone(), account_id, stream_id };
                place.check()?;
                Ok(place)
            }
        }
    }

    pub(super) fn of_sandbox(sandbox: &Sandbox) -> Self {
        let credentials = sandbox.credentials();
        Self {
            target: "sandbox".to_owned(),
            account_id: credentials.account_id.to_string(),
            stream_id: credentials.stream_id.to_string(),
        }
    }

    /// Whether the client would call this place: a plan for another one could never be applied.
    fn check(&self) -> Result<(), Failure> {
        Address::of(&self.target)?;
        let builder = AgentAssist::builder().host(&self.target).account_id(&self.account_id);
        // What a connection needs beside the place, such as TLS, is needed later.
        if let Err(error @ BuildError::NotAHeaderValue { .. }) = builder.token("t").build() {
            return Err(error.into());
        }
        StreamId::try_from(self.stream_id.as_str()).map(drop).map_err(|_| {
            Failure::Usage(format!(
                "{} is empty, a dot segment, or has a slash or a control character",
                places("stream_id")
            ))
        })
    }
}

impl fmt::Display for Place {
    /// As a question names it.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "of {} at {}", self.stream_id, self.target)
    }
}
