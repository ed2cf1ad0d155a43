//! Recording what a `reqwest` client sends and gets.

use http::Response as HttpResponse;
use reqwest::{Body, Client, Error, Request, RequestBuilder, Response, ResponseBuilderExt};

use super::Recorder;
use super::seam::Asked;
use super::tee::Copy;

impl Recorder {
    /// Sends what was built, as [`RequestBuilder::send`] does, and records the exchange.
    ///
    /// The exchange is written when the body of the answer was read or is dropped. Headers that
    /// the client adds to every request cannot be seen here: the recording says that it may lack
    /// some, and no rule finds one missing. An answer that comes from elsewhere by a redirect is
    /// not recorded: it answers another request.
    ///
    /// # Errors
    ///
    /// Those of [`RequestBuilder::send`]; nothing is recorded then.
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// use agentassist_conformance::recordings::Recorder;
    ///
    /// let recorder = Recorder::create("traffic.ndjson")?;
    /// let client = reqwest::Client::new();
    /// let url = "https://platform.kore.ai/agentassist/api/v1/public/st-1/contacts";
    /// let answer = recorder.send(client.get(url).header("auth", "…")).await?;
    /// println!("{}", answer.text().await?);
    /// recorder.finish()?; // or an error, if the disk is full
    /// # Ok(())
    /// # }
    /// ```
    pub async fn send(&self, request: RequestBuilder) -> Result<Response, Error> {
        let (client, request) = request.build_split();
        self.execute(&client, request?).await
    }

    /// Sends a request, as [`Client::execute`] does, and records the exchange like
    /// [`Recorder::send`].
    ///
    /// # Errors
    ///
    /// Those of [`Client::execute`]; nothing is recorded then.
    pub async fn execute(&self, client: &Client, request: Request) -> Result<Response, Error> {
        let limit = self.limit(request.method(), request.url().as_str());
        let body = match request.body().map(Body::as_bytes) {
            None => Copy::of(b"", limit),
            Some(Some(bytes)) => Copy::of(bytes, limit),
            // It is made while it is sent, and nobody keeps it.
            Some(None) => Copy::default(),
        };
        let mut asked_url = request.url().clone();
        let asked = Asked {
            method: request.method().clone(),
            url: asked_url.to_string(),
            headers: request.headers().clone(),
            body,
            lacks_headers: true,
            started: (self.clock)(),
        };
        let answer = client.execute(request).await?;
        asked_url.set_fragment(None);
        let mut url = answer.url().clone();
        url.set_fragment(None);
        if url != asked_url {
            self.set_aside();
            return Ok(answer);
        }
        let url = answer.url().clone();
        let (parts, body) = self.follow(asked, HttpResponse::from(answer)).into_parts();
        let mut answer = HttpResponse::from_parts(parts, Body::wrap(body));
        // The way through `http` loses the URL, unless it is handed on like this.
        if let Ok(with_url) = HttpResponse::builder().url(url).body(()) {
            answer.extensions_mut().extend(with_url.into_parts().0.extensions);
        }
        Ok(answer.into())
    }
}
