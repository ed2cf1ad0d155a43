//! What the generated operations leave to the engine: every request goes through here.

use progenitor_client::ClientInfo;
use reqwest::Request;
use reqwest::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use serde::de::DeserializeOwned;

use crate::decode;
use crate::engine::{Engine, Failure, Http, Settled};
use crate::generated::types::ErrorBody;
use crate::generated::{Client, Error, ResponseValue};
use crate::operation::Operation;
use crate::trace;

const ACCOUNT_ID: HeaderName = HeaderName::from_static("accountid");

impl Client {
    /// Makes a call of a generated operation, whose errors know less than those of the facade.
    pub(crate) async fn call<T: DeserializeOwned>(
        &self,
        operation: &'static Operation,
        request: Request,
    ) -> Result<ResponseValue<T>, Error<ErrorBody>> {
        match self.settle(operation, request).await.outcome {
            Ok(reply) => decode::as_generated(operation, reply),
            Err(Failure::Wire(error)) => Err(match error.source {
                Some(source) => Error::CommunicationError(source),
                None => Error::Custom(error.to_string()),
            }),
            Err(failure) => Err(Error::Custom(failure.to_string())),
        }
    }

    /// Gives a request the headers that all have, and makes a call with it.
    pub(crate) async fn settle(
        &self,
        operation: &'static Operation,
        mut request: Request,
    ) -> Settled {
        let transport = self.inner();
        let shared = &*transport.shared;
        let headers = request.headers_mut();
        headers.insert(ACCOUNT_ID, shared.account_id.clone());
        // Documented as required on GET and DELETE too.
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        let engine = Engine { shared, options: &transport.options, class: operation.retry };
        let wire = Http { client: self.client(), max_body_bytes: shared.max_body_bytes };
        trace::in_call(operation, engine.run(&wire, request)).await
    }
}
