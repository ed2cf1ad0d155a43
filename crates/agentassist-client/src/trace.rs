//! Spans and events with OpenTelemetry's names, behind the feature `tracing`; nothing without it.

#[cfg(not(feature = "tracing"))]
pub(crate) use self::disabled::{in_call, in_present_span, repeating};
#[cfg(feature = "tracing")]
pub(crate) use self::enabled::{in_call, in_present_span, repeating};

#[cfg(feature = "tracing")]
mod enabled {
    use std::time::Duration;

    use tracing::field::Empty;
    use tracing::{Instrument, Span};

    use crate::engine::{Settled, Verdict};
    use crate::operation::Operation;

    /// Makes a call within a span. No id stands in it, only the template of the path.
    pub(crate) async fn in_call(
        operation: &Operation,
        call: impl Future<Output = Settled>,
    ) -> Settled {
        let span = tracing::info_span!(
            "agentassist.call",
            otel.name = operation.id,
            otel.kind = "client",
            http.request.method = operation.method,
            url.template = operation.path,
            http.response.status_code = Empty,
            http.request.resend_count = Empty,
            error.r#type = Empty,
        );
        let settled = call.instrument(span.clone()).await;
        record(&settled, &span);
        settled
    }

    /// Keeps the present span around work that becomes a task of its own.
    pub(crate) fn in_present_span<F: Future>(work: F) -> impl Future<Output = F::Output> {
        work.in_current_span()
    }

    pub(crate) fn repeating(attempt: u32, verdict: Verdict, wait: Duration) {
        let wait_ms = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
        tracing::debug!(attempt, ?verdict, wait_ms, "the attempt is followed by another");
    }

    fn record(settled: &Settled, span: &Span) {
        if settled.attempts > 1 {
            span.record("http.request.resend_count", settled.attempts - 1);
        }
        match &settled.outcome {
            Ok(reply) => {
                span.record("http.response.status_code", reply.status.as_u16());
                if reply.status.as_u16() >= 400 {
                    span.record("error.type", reply.status.as_str());
                }
            }
            Err(failure) => {
                span.record("error.type", failure.word());
            }
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod disabled {
    use std::time::Duration;

    use crate::engine::{Settled, Verdict};
    use crate::operation::Operation;

    pub(crate) async fn in_call(_: &Operation, call: impl Future<Output = Settled>) -> Settled {
        call.await
    }

    pub(crate) fn in_present_span<F: Future>(work: F) -> F {
        work
    }

    pub(crate) fn repeating(_: u32, _: Verdict, _: Duration) {}
}
