//! The spans of calls, with the feature `tracing`.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use agentassist_client::{AgentAssist, RateLimiter, RetryPolicy};
use tracing::field::{Field, Visit};
use tracing::instrument::WithSubscriber;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::faults::{FaultServer, Reply, json};

/// Keeps what is said on spans and in events.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<BTreeMap<String, String>>>);

impl Visit for Kept {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.lock().unwrap().insert(field.name().to_owned(), format!("{value:?}"));
    }
}

impl Subscriber for Kept {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("agentassist_client")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut self.clone());
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut self.clone());
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut self.clone());
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[tokio::test]
async fn a_call_has_one_span_with_the_names_of_opentelemetry_and_no_id() {
    let gone = json(404, r#"{"code":404}"#);
    let server = FaultServer::replying(vec![Reply::Bytes(json(503, "")), Reply::Bytes(gone)]).await;
    let api = AgentAssist::builder()
        .host(server.base_url())
        .account_id("a-secret")
        .stream_id("st-secret")
        .token("t-secret")
        .rate_limiter(RateLimiter::off())
        .retry(RetryPolicy::default().base(Duration::from_millis(1)))
        .build()
        .unwrap();
    let kept = Kept::default();
    let call = async { api.contacts().delete("c-secret").await };
    let _ = call.with_subscriber(kept.clone()).await.unwrap();
    let kept = kept.0.lock().unwrap();
    for (name, value) in [
        ("otel.name", "\"deleteContact\""),
        ("otel.kind", "\"client\""),
        ("http.request.method", "\"DELETE\""),
        ("url.template", "\"/agentassist/api/v1/public/{streamId}/contacts/{id}\""),
        ("http.request.resend_count", "1"),
        ("http.response.status_code", "404"),
        ("error.type", "\"404\""),
    ] {
        assert_eq!(kept.get(name).map(String::as_str), Some(value), "{name} in {kept:?}");
    }
    assert!(!format!("{kept:?}").contains("secret"));
}
