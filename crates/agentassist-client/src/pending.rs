//! One call of the facade: what the generated code returns, and what it would have lost.

use std::sync::Arc;
use std::time::SystemTime;

use crate::engine::Settled;
use crate::error::{self, Answer, Call, DecodeError, Error};
use crate::generated::types::ErrorBody;
use crate::generated::{self, Client, ResponseValue};
use crate::operation::Operation;
use crate::transport::Slot;

/// A call that has begun: a client of its own, whose hooks leave behind what happened.
pub(crate) struct Pending {
    pub(crate) client: Client,
    operation: &'static Operation,
    slot: Arc<Slot>,
}

/// A call that has ended.
pub(crate) struct Ended<T> {
    pub(crate) outcome: Result<T, Error>,
    /// Whether an attempt before the last one may have done its work unseen.
    pub(crate) doubtful: bool,
}

impl Pending {
    pub(crate) fn new(client: &Client, operation: &'static Operation) -> Self {
        let slot = Arc::new(Slot::default());
        let mut client = client.clone();
        client.inner.slot = Some(slot.clone());
        Self { client, operation, slot }
    }

    /// Puts together what the generated code made of the answer and what the hooks saw.
    pub(crate) fn end<T>(
        self,
        returned: Result<ResponseValue<T>, generated::Error<ErrorBody>>,
    ) -> Ended<T> {
        let Some(settled) = self.slot.take() else {
            return Ended { outcome: Err(self.not_sent(returned.err())), doubtful: false };
        };
        let now = self.client.inner.shared.clock.now();
        let doubtful = settled.doubtful;
        Ended { outcome: outcome(self.operation, settled, returned, now), doubtful }
    }

    /// The generated code has refused the request before any hook saw it.
    fn not_sent(&self, error: Option<generated::Error<ErrorBody>>) -> Error {
        let problem = match error {
            Some(generated::Error::InvalidRequest(problem)) => problem,
            _ => "the request could not be put together".to_owned(),
        };
        Error::InvalidRequest { operation: self.operation.id, problem }
    }
}

fn outcome<T>(
    operation: &'static Operation,
    settled: Settled,
    returned: Result<ResponseValue<T>, generated::Error<ErrorBody>>,
    now: SystemTime,
) -> Result<T, Error> {
    let Settled { outcome, attempts, elapsed, doubtful } = settled;
    let call = Call { operation: operation.id, attempts, elapsed, doubtful };
    let reply = outcome.map_err(|failure| error::of_failure(call.clone(), failure))?;
    if let Some(error) = error::of_answer(&call, operation, &reply, now) {
        return Err(error);
    }
    let source = match returned {
        Ok(value) => return Ok(value.into_inner()),
        Err(generated::Error::InvalidResponsePayload(_, source)) => DecodeError::of(&source),
        // A status of success that the document does not name.
        Err(_) => {
            return Err(Error::UnexpectedStatus { call, answer: Box::new(Answer::of(&reply)) });
        }
    };
    Err(Error::Undecodable { call, answer: Box::new(Answer::of(&reply)), source })
}
