//! Driving the operations through the generated client, with every exchange recorded.

mod live;
mod recorder;
mod sandbox;
mod script;

use agentassist_conformance::Exchange;

pub(crate) use self::live::LiveArguments;
pub(crate) use self::recorder::Recorder;
use crate::exit::Failure;
use crate::settings::Settings;

/// What is called.
#[derive(Debug)]
pub(crate) enum Target {
    /// A sandbox in this process.
    Sandbox,
    /// A live host.
    Live(Box<Live>),
}

/// A live host, and what may be done there.
#[derive(Debug)]
pub(crate) struct Live {
    host: String,
    settings: Settings,
    writes: Option<Writes>,
}

/// What may be changed at a live host: nothing but these.
#[derive(Debug)]
struct Writes {
    contacts: Vec<String>,
    contact_list: Option<String>,
}

/// One call with what went over the wire, redacted.
#[derive(Debug)]
pub(crate) struct Step {
    /// The operation that was called.
    pub(crate) operation: &'static str,
    /// What the call shows, in kebab-case.
    pub(crate) case: &'static str,
    pub(crate) exchange: Exchange,
}

/// Calls the operations of a target.
///
/// # Errors
///
/// When the target cannot be called at all. An answer that breaks the document is no error here.
pub(crate) async fn run(target: Target) -> Result<Vec<Step>, Failure> {
    match target {
        Target::Sandbox => sandbox::run().await,
        Target::Live(live) => live::run(*live).await,
    }
}
