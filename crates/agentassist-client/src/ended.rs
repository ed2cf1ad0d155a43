//! One call of the facade, from its request to a value or to what went wrong.

use std::time::SystemTime;

use reqwest::Request;
use serde::de::DeserializeOwned;

use crate::api::AgentAssist;
use crate::decode;
use crate::engine::Settled;
use crate::error::{self, Answer, Call, DecodeError, Error};
use crate::generated;
use crate::generated::types::ErrorBody;
use crate::operation::Operation;

/// A call that has ended.
pub(crate) struct Ended<T> {
    pub(crate) outcome: Result<T, Error>,
    /// Whether an attempt before the last one may have done its work unseen.
    pub(crate) doubtful: bool,
}

/// What the body of a success shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// What was asked for is done.
    Done,
    /// It failed.
    Failed,
    /// Neither: whether it is done is not known.
    Nothing,
}

impl Shown {
    /// Done, where the answer is about what was asked for.
    pub(crate) fn done_if(is_about_it: bool) -> Self {
        if is_about_it { Self::Done } else { Self::Nothing }
    }
}

impl AgentAssist {
    /// Makes a call with what the generated code has put together.
    pub(crate) async fn call<T: DeserializeOwned>(
        &self,
        operation: &'static Operation,
        request: Result<Request, generated::Error<ErrorBody>>,
        shows: impl FnOnce(&T) -> Shown,
    ) -> Ended<T> {
        let request = match request {
            Ok(request) => request,
            Err(error) => {
                return Ended { outcome: Err(not_sent(operation, error)), doubtful: false };
            }
        };
        let settled = self.client.settle(operation, request).await;
        let doubtful = settled.doubtful;
        let now = || self.client.inner.shared.clock.now();
        Ended { outcome: outcome(operation, settled, now, shows), doubtful }
    }
}

/// The generated code has refused the request before the engine saw it.
fn not_sent(operation: &Operation, error: generated::Error<ErrorBody>) -> Error {
    let problem = match error {
        generated::Error::InvalidRequest(problem) => problem,
        _ => "the request could not be put together".to_owned(),
    };
    Error::InvalidRequest { operation: operation.id, problem }
}

fn outcome<T: DeserializeOwned>(
    operation: &'static Operation,
    settled: Settled,
    now: impl FnOnce() -> SystemTime,
    shows: impl FnOnce(&T) -> Shown,
) -> Result<T, Error> {
    let Settled { outcome, attempts, elapsed, doubtful } = settled;
    let call = Call { operation: operation.id, attempts, elapsed, doubtful };
    let reply = outcome.map_err(|failure| error::of_failure(call.clone(), failure))?;
    if let Some(error) = error::of_answer(&call, operation, &reply, now) {
        return Err(error);
    }
    if reply.status.as_u16() != operation.status {
        // A status of success that the document does not name.
        return Err(Error::UnexpectedStatus { call, answer: Box::new(Answer::of(&reply)) });
    }
    let answer = || Box::new(Answer::of(&reply));
    let value = match decode::json(&reply.body) {
        Ok(value) => value,
        Err(error) => {
            let source = DecodeError::of(&error);
            return Err(Error::Undecodable { call, answer: answer(), source });
        }
    };
    match shows(&value) {
        Shown::Done => Ok(value),
        Shown::Failed => Err(Error::FailureInSuccess { call, answer: answer() }),
        Shown::Nothing => {
            Err(Error::Undecodable { call, answer: answer(), source: DecodeError::NOT_SHOWN })
        }
    }
}
