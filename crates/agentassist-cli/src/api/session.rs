//! What is called, by what settings, and what is kept of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use agentassist_client::{AgentAssist, Error, Observer, Token};
use agentassist_conformance::exchange::SourceKind;
use agentassist_sandbox::Sandbox;
use clap::builder::{PathBufValueParser, TypedValueParser};

use super::Place;
use super::failure::of_call;
use super::host::{connect, limiter};
use super::observers::seen_by;
use super::tape::Tape;
use super::wire::Wire;
use crate::contract::Recorder;
use crate::exit::Failure;
use crate::outcome::Situation;
use crate::progress::{self, patiently};
use crate::runtime;
use crate::sandbox;
use crate::settings::{ConnectionArguments, Settings, Target};
use crate::signals::Interrupt;

/// The options of every command that calls the API.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct CallArguments {
    #[command(flatten)]
    pub(super) connection: ConnectionArguments,
    /// Write each exchange, redacted, as a line of this new file: a recording for `agentassist check`
    #[arg(long, value_name = "FILE", help_heading = "Output", value_parser = recording())]
    pub(crate) record: Option<PathBuf>,
}

/// The name of a file for a recording: standard output has the result.
fn recording() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().try_map(|path| match path.to_str() {
        Some("-") => Err("standard output has the result: give the name of a file"),
        _ => Ok(path),
    })
}

/// A connection to the API for the length of one command.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) api: AgentAssist,
    pub(crate) place: Place,
    pub(crate) interrupt: Interrupt,
    pub(crate) wire: Wire,
    sandbox: Option<Sandbox>,
    tape: Option<Arc<Tape>>,
}

/// Runs a command's work with a session, which is closed however the work ends.
pub(crate) fn with_session<T>(
    arguments: &CallArguments,
    work: impl AsyncFnOnce(&Session) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let settings = Settings::load(&arguments.connection)?;
    with_settings(&settings, arguments.record.as_deref(), work)
}

/// The same with settings that are known already.
pub(crate) fn with_settings<T>(
    settings: &Settings,
    record: Option<&Path>,
    work: impl AsyncFnOnce(&Session) -> Result<T, Failure>,
) -> Result<T, Failure> {
    runtime::block_on(async {
        let session = Session::open(settings, record).await?;
        let outcome = work(&session).await;
        let closed = session.close().await;
        let done = outcome?;
        closed.map(|()| done)
    })
}

/// What stands for the address of a sandbox in this process, which changes from run to run.
pub(super) const SANDBOX: &str = "http://sandbox";

/// What is told when somebody has asked to stop.
const NOTHING_CHANGED: &str = "interrupted: nothing was changed";
const MAY_HAVE_CHANGED: &str = "interrupted: the request under way may still have its effect";

fn interrupted(what: &str) -> Failure {
    progress::clear_line();
    Situation::Interrupted.because(what).into()
}

impl Session {
    async fn open(settings: &Settings, record: Option<&Path>) -> Result<Self, Failure> {
        let interrupt = Interrupt::listen()?;
        let wire = Wire::new(settings.rate());
        let (builder, place, sandbox) = match &settings.target {
            Target::Sandbox => {
                let sandbox = sandbox::start().await?;
                let place = Place::of_sandbox(&sandbox);
                let token = Token::new(sandbox.credentials().token.expose());
                let builder = AgentAssist::builder()
                    .host(sandbox.base_url())
                    .account_id(&place.account_id)
                    .stream_id(&place.stream_id)
                    .auth(wire.watching(token))
                    .rate_limiter(limiter(settings));
                (builder, place, Some(sandbox))
            }
            Target::Host(host) => {
                let (builder, place) = connect(settings, host, &wire)?;
                (builder, place, None)
            }
        };
        let tape = match record {
            Some(path) => {
                let recorder = match &sandbox {
                    Some(sandbox) => {
                        Recorder::new(SourceKind::Sandbox).naming(sandbox.base_url(), SANDBOX)
                    }
                    None => Recorder::of_live(&place.target)?,
                };
                Some(Arc::new(Tape::create(path, recorder)?))
            }
            None => None,
        };
        let next = tape.clone().map(|tape| tape as Arc<dyn Observer>);
        let api = builder.observer(seen_by(&wire, next)).build()?;
        Ok(Self { api, place, interrupt, wire, sandbox, tape })
    }

    /// The outcome of a call that only reads, unless somebody asks to stop before.
    pub(crate) fn reading<T>(
        &self,
        call: impl Future<Output = Result<T, Error>>,
    ) -> impl Future<Output = Result<T, Failure>> {
        // On the heap: it is large, and would be part of each future around it.
        let call = Box::pin(call);
        async move {
            tokio::select! {
                outcome = patiently(&self.wire, call) => {
                    outcome.map_err(|error| self.failure(&error))
                }
                () = self.interrupt.asked(1) => Err(interrupted(NOTHING_CHANGED)),
            }
        }
    }

    /// The outcome of a call that changes something, unless somebody asks to stop before.
    pub(crate) fn changing<T>(
        &self,
        call: impl Future<Output = Result<T, Error>>,
    ) -> impl Future<Output = Result<T, Failure>> {
        let call = Box::pin(call);
        async move {
            let sent_before = self.wire.sent();
            tokio::select! {
                outcome = patiently(&self.wire, call) => {
                    outcome.map_err(|error| self.failure(&error))
                }
                () = self.interrupt.asked(1) => {
                    let is_unsent = self.wire.sent() == sent_before;
                    Err(interrupted(if is_unsent { NOTHING_CHANGED } else { MAY_HAVE_CHANGED }))
                }
            }
        }
    }

    /// What went wrong with a call, in words of the command line.
    pub(crate) fn failure(&self, error: &Error) -> Failure {
        of_call(error, &self.place.target)
    }

    async fn close(self) -> Result<(), Failure> {
        let written = self.tape.as_deref().map_or(Ok(()), Tape::finish);
        if let Some(sandbox) = self.sandbox {
            sandbox
                .shutdown()
                .await
                .map_err(|error| Failure::outside("the sandbox failed", error))?;
        }
        written
    }
}
