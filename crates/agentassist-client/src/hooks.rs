//! What every request needs beyond the document: the vendor's headers, and the engine.

use progenitor_client::{ClientHooks, ClientInfo, OperationInfo};
use reqwest::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use reqwest::{Request, Response, ResponseBuilderExt};

use crate::engine::{Engine, Failure, Http, Reply, Settled};
use crate::generated::{Client, Error};
use crate::operation::{Operation, RetryClass};
use crate::trace;
use crate::transport::Transport;

const ACCOUNT_ID: HeaderName = HeaderName::from_static("accountid");
/// progenitor sends it with every request; this API does not know it.
const API_VERSION: HeaderName = HeaderName::from_static("api-version");

impl ClientHooks<Transport> for Client {
    async fn pre<E>(&self, request: &mut Request, _: &OperationInfo) -> Result<(), Error<E>> {
        let headers = request.headers_mut();
        headers.remove(API_VERSION);
        headers.insert(ACCOUNT_ID, self.inner().shared.account_id.clone());
        // Documented as required on GET and DELETE too.
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        Ok(())
    }

    async fn exec(&self, request: Request, info: &OperationInfo) -> reqwest::Result<Response> {
        let Transport { shared, options, slot } = self.inner();
        let operation = Operation::of_method(info.operation_id);
        let class = operation.map_or(RetryClass::Never, |operation| operation.retry);
        let engine = Engine { shared, options, class };
        let wire = Http { client: self.client(), max_body_bytes: shared.max_body_bytes };
        let settled = trace::in_call(operation, engine.run(&wire, request)).await;
        match slot {
            Some(slot) => {
                let response = match &settled.outcome {
                    Ok(reply) => without_headers(reply),
                    Err(_) => no_answer("the facade says why"),
                };
                slot.put(settled);
                Ok(response)
            }
            None => without_facade(settled),
        }
    }

    async fn post<E>(
        &self,
        result: &reqwest::Result<Response>,
        _: &OperationInfo,
    ) -> Result<(), Error<E>> {
        match result.as_ref().ok().and_then(|response| response.extensions().get::<NoAnswer>()) {
            Some(NoAnswer(why)) => Err(Error::Custom(why.clone())),
            None => Ok(()),
        }
    }
}

/// Marks a response that stands for the lack of one: `exec` can return no error of ours.
#[derive(Clone)]
struct NoAnswer(String);

/// What a caller of the generated operations gets to see.
fn without_facade(settled: Settled) -> reqwest::Result<Response> {
    match settled.outcome {
        Ok(reply) => Ok(response(reply)),
        Err(Failure::Wire(error)) => match error.source {
            Some(source) => Err(source),
            None => Ok(no_answer(Failure::Wire(error).to_string())),
        },
        Err(failure) => Ok(no_answer(failure.to_string())),
    }
}

fn response(reply: Reply) -> Response {
    let mut response = without_headers(&reply);
    *response.headers_mut() = reply.headers;
    response
}

/// What the generated code decodes. The facade finds the headers with the rest of the reply.
fn without_headers(reply: &Reply) -> Response {
    let Reply { status, version, url, body, .. } = reply;
    let built = http::Response::builder().status(*status).version(*version).url(url.clone());
    // expect: the status is that of a response, and nothing else here can be refused.
    let built = built.body(body.clone()).expect("a response that came is a response");
    Response::from(built)
}

fn no_answer(why: impl Into<String>) -> Response {
    let mut response = http::Response::new(bytes::Bytes::new());
    response.extensions_mut().insert(NoAnswer(why.into()));
    Response::from(response)
}
