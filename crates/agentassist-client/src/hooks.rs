//! What every request needs beyond the document: the token, and the vendor's headers.

use progenitor_client::{ClientHooks, ClientInfo, OperationInfo};
use reqwest::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use reqwest::{Request, Response, ResponseBuilderExt};

use crate::generated::{Client, Error};
use crate::observer::{Exchange, Observer};
use crate::transport::Transport;

const AUTH: HeaderName = HeaderName::from_static("auth");
const ACCOUNT_ID: HeaderName = HeaderName::from_static("accountid");
/// progenitor sends it with every request; this API does not know it.
const API_VERSION: HeaderName = HeaderName::from_static("api-version");

impl ClientHooks<Transport> for Client {
    async fn pre<E>(&self, request: &mut Request, _: &OperationInfo) -> Result<(), Error<E>> {
        let transport = self.inner();
        let headers = request.headers_mut();
        headers.remove(API_VERSION);
        headers.insert(AUTH, transport.token.clone());
        headers.insert(ACCOUNT_ID, transport.account_id.clone());
        // Documented as required on GET and DELETE too.
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        Ok(())
    }

    async fn exec(&self, request: Request, _: &OperationInfo) -> reqwest::Result<Response> {
        match &self.inner().observer {
            Some(observer) => observed(self.client(), request, observer.as_ref()).await,
            None => self.client().execute(request).await,
        }
    }
}

/// Executes a request, shows the exchange to the observer, and returns the response unread.
async fn observed(
    client: &reqwest::Client,
    request: Request,
    observer: &dyn Observer,
) -> reqwest::Result<Response> {
    let method = request.method().clone();
    let url = request.url().clone();
    let request_headers = request.headers().clone();
    let request_body =
        request.body().and_then(reqwest::Body::as_bytes).map(bytes::Bytes::copy_from_slice);
    let response = client.execute(request).await?;
    let status = response.status();
    let version = response.version();
    let response_headers = response.headers().clone();
    let response_url = response.url().clone();
    let response_body = response.bytes().await?;
    observer.observe(Exchange {
        method,
        url,
        request_headers,
        request_body,
        status,
        response_headers: response_headers.clone(),
        response_body: response_body.clone(),
    });
    let rebuilt = http::Response::builder().status(status).version(version).url(response_url);
    // expect: the status is that of a response, and nothing else here can be refused.
    let mut rebuilt = rebuilt.body(response_body).expect("a response that came is a response");
    *rebuilt.headers_mut() = response_headers;
    Ok(Response::from(rebuilt))
}
