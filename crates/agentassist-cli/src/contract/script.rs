//! Calls in order, each named and kept with its exchange.

use std::future::Future;
use std::sync::Arc;

use agentassist_client::generated::types::ErrorBody;
use agentassist_client::generated::{Error, ResponseValue};

use super::Step;
use super::recorder::Recorder;
use crate::exit::Failure;

/// Makes calls one after the other.
#[derive(Debug)]
pub(crate) struct Script {
    /// What is called, by the name that somebody gave it.
    host: String,
    recorder: Arc<Recorder>,
    steps: Vec<Step>,
}

impl Script {
    /// A script whose calls are made by clients that this recorder observes.
    pub(crate) fn new(host: impl Into<String>, recorder: Arc<Recorder>) -> Self {
        Self { host: host.into(), recorder, steps: Vec::new() }
    }

    /// Makes a call; returns what the client made of the answer, if it made anything of it.
    ///
    /// # Errors
    ///
    /// When no answer came: then there is nothing to judge.
    pub(crate) fn call<'a, T: 'a>(
        &'a mut self,
        operation: &'static str,
        case: &'static str,
        call: impl Future<Output = Result<ResponseValue<T>, Error<ErrorBody>>> + 'a,
    ) -> impl Future<Output = Result<Option<T>, Failure>> {
        // On the heap: it is large, and would be part of each future around it.
        let call = Box::pin(call);
        async move {
            let outcome = call.await;
            let exchanges = self.recorder.take();
            if exchanges.is_empty() {
                return Err(self.no_answer(operation, case, outcome.err()));
            }
            let steps = exchanges.into_iter().map(|exchange| Step { operation, case, exchange });
            self.steps.extend(steps);
            Ok(outcome.ok().map(ResponseValue::into_inner))
        }
    }

    /// The calls that were made.
    pub(crate) fn into_steps(self) -> Vec<Step> {
        self.steps
    }

    fn no_answer(&self, operation: &str, case: &str, error: Option<Error<ErrorBody>>) -> Failure {
        let what = format!("{operation} ({case}) got no answer from {}", self.host);
        match error {
            // Its source says more than it does itself, and none of them shows a header.
            Some(Error::CommunicationError(error) | Error::ResponseBodyError(error)) => {
                Failure::outside(what, error.without_url())
            }
            Some(Error::InvalidRequest(problem)) => Failure::Usage(format!("{what}: {problem}")),
            _ => Failure::Usage(what),
        }
    }
}
