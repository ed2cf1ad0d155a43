//! A recording that grows: NDJSON, redacted before it is written, flushed line by line.

#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(any(feature = "reqwest", feature = "tower"))]
mod seam;
#[cfg(any(feature = "reqwest", feature = "tower"))]
mod tee;
#[cfg(feature = "tower")]
mod tower;

use std::fmt;
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

#[cfg(any(feature = "reqwest", feature = "tower"))]
pub use self::tee::Tee;
#[cfg(feature = "tower")]
pub use self::tower::{RecordLayer, RecordService};
use crate::exchange::Exchange;
use crate::judge::{self, Subject};
use crate::redaction::Redactor;

/// The longest body that is kept, in bytes, unless told otherwise.
const BODY_LIMIT: usize = 16 << 20;

/// Writes exchanges as they are made, one on a line, for `agentassist check`.
///
/// Each is redacted first: no secret and no personal data reaches the disk. A line is written in
/// one piece and flushed, so that what stands there is whole whenever the program ends. What is
/// not this API's traffic is counted and not written, since nobody knows what of it is personal.
///
/// Clones write to the same recording. Writing blocks for as long as the file system takes.
///
/// ```
/// use agentassist_conformance::recordings::{self, Recorder};
/// use agentassist_conformance::{Exchange, assert_conforms};
///
/// let exchange: Exchange = serde_json::from_str(r#"{
///     "request": {
///         "method": "GET",
///         "url": "https://platform.kore.ai/agentassist/api/v1/public/st-1/contacts",
///         "headers": {"auth": "s3cr3t", "accountId": "a-1", "content-type": "application/json"}
///     },
///     "response": {
///         "status": 200,
///         "headers": {"content-type": "application/json"},
///         "body": {"results": [], "skip": 0, "limit": 10, "hasMore": false,
///                  "totalPages": 0, "totalResults": 0}
///     }
/// }"#)?;
/// let file = std::env::temp_dir().join(format!("recorder-{}.ndjson", std::process::id()));
/// let recorder = Recorder::create(&file)?;
/// recorder.record(exchange);
/// recorder.finish()?;
/// let text = std::fs::read_to_string(&file)?;
/// # std::fs::remove_file(&file)?;
/// assert!(!text.contains("s3cr3t"));
/// assert_conforms!(recordings::read(text.as_bytes())?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Recorder {
    state: Arc<Mutex<State>>,
    body_limit: usize,
    clock: Arc<dyn Fn() -> SystemTime + Send + Sync>,
}

struct State {
    sink: Box<dyn Write + Send>,
    redactor: Redactor,
    counts: Recorded,
    /// The first thing that went wrong; nothing is written after it.
    failed: Option<io::Error>,
    /// Who wants to know when something goes wrong.
    tell: Option<Tell>,
}

type Tell = Box<dyn FnOnce() + Send>;

/// What became of the exchanges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Recorded {
    /// They stand in the recording.
    pub written: usize,
    /// They were none of this API.
    pub set_aside: usize,
}

impl Recorder {
    /// Records to a sink, such as a file or a buffer.
    pub fn new(sink: impl Write + Send + 'static) -> Self {
        let state = State {
            sink: Box::new(sink),
            redactor: Redactor::default(),
            counts: Recorded::default(),
            failed: None,
            tell: None,
        };
        let state = Arc::new(Mutex::new(state));
        Self { state, body_limit: BODY_LIMIT, clock: Arc::new(SystemTime::now) }
    }

    /// Records to a file, in the place of one that may be there.
    ///
    /// # Errors
    ///
    /// When the file cannot be made.
    pub fn create(path: impl AsRef<Path>) -> io::Result<Self> {
        File::create(path).map(Self::new)
    }

    /// Keeps bodies up to so many bytes, 16 MiB if this is not called. A longer one passes
    /// untouched, and the recording says that it does not have it.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Calls a function when a line cannot be written, once.
    #[must_use]
    pub fn on_failure(self, tell: impl FnOnce() + Send + 'static) -> Self {
        self.state().tell = Some(Box::new(tell));
        self
    }

    /// Takes the time from another clock than the machine's. It is looked at when a request is made
    /// and when its answer is over: by these times the judge knows which calls overlap.
    #[must_use]
    pub fn clock(mut self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Arc::new(now);
        self
    }

    /// Redacts and writes an exchange, unless it is none of this API.
    ///
    /// After an error nothing more is written, and [`Recorder::finish`] says what it was.
    pub fn record(&self, mut exchange: Exchange) {
        let is_foreign = matches!(judge::subject(&exchange), Subject::Foreign);
        // Held from here on: lines stand in the order in which stand-ins are given out.
        let mut state = self.state();
        if is_foreign {
            state.counts.set_aside += 1;
            return;
        }
        if state.failed.is_some() {
            return;
        }
        state.redactor.redact(&mut exchange);
        let Err(error) = state.write(&exchange) else {
            state.counts.written += 1;
            return;
        };
        state.failed = Some(error);
        let tell = state.tell.take();
        drop(state);
        if let Some(tell) = tell {
            tell();
        }
    }

    /// Whether all of it could be written so far.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.state().failed.is_none()
    }

    /// What became of the exchanges so far.
    #[must_use]
    pub fn counts(&self) -> Recorded {
        self.state().counts
    }

    /// Says whether all of it could be written.
    ///
    /// # Errors
    ///
    /// The first thing that went wrong, once.
    pub fn finish(&self) -> io::Result<()> {
        self.state().failed.take().map_or(Ok(()), Err)
    }

    /// How much is kept of the bodies of an exchange with such a request: nothing of what is not
    /// written anyway.
    #[cfg(any(feature = "reqwest", feature = "tower"))]
    fn limit(&self, method: &http::Method, url: &str) -> usize {
        if judge::is_foreign(method.as_str(), url) { 0 } else { self.body_limit }
    }

    /// Counts what is not written.
    #[cfg(feature = "reqwest")]
    fn set_aside(&self) {
        self.state().counts.set_aside += 1;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A panic elsewhere leaves whole lines behind.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Writes a line in one piece.
    fn write(&mut self, exchange: &Exchange) -> io::Result<()> {
        let mut line = serde_json::to_vec(exchange)?;
        line.push(b'\n');
        self.sink.write_all(&line)?;
        self.sink.flush()
    }
}

impl fmt::Debug for Recorder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Recorder").field("counts", &self.counts()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recordings::{self, ReadError};
    use crate::rules::Rule;

    /// A sink whose bytes can be looked at, with room for so many.
    #[derive(Clone, Default)]
    struct Shared(Arc<Mutex<Vec<u8>>>, usize);

    impl Write for Shared {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let mut all = self.0.lock().unwrap();
            if all.len() + bytes.len() > self.1 {
                return Err(io::Error::other("full"));
            }
            all.extend(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn page() -> Exchange {
        Rule::PageTooLong.explanation().example.passing().remove(0)
    }

    #[test]
    fn what_is_recorded_is_redacted_and_can_be_read() {
        let sink = Shared(Arc::default(), usize::MAX);
        let recorder = Recorder::new(sink.clone());
        let mut foreign = page();
        foreign.request.url = "https://example.com/Ada".to_owned();
        for exchange in [page(), foreign, page()] {
            recorder.record(exchange);
        }
        assert!(recorder.is_whole());
        assert_eq!(recorder.counts(), Recorded { written: 2, set_aside: 1 });
        let bytes = sink.0.lock().unwrap().clone();
        let exchanges = recordings::read(&bytes).map_err(|error: ReadError| error.to_string());
        assert_eq!(exchanges.unwrap().len(), 2);
        let name = page().response.body.json().unwrap()["results"][0]["lastName"].clone();
        assert!(!String::from_utf8(bytes).unwrap().contains(name.as_str().unwrap()));
    }

    #[test]
    fn after_what_cannot_be_written_nothing_is() {
        let told = Arc::new(Mutex::new(0));
        let count = told.clone();
        let recorder = Recorder::new(Shared(Arc::default(), 10));
        let recorder = recorder.on_failure(move || *count.lock().unwrap() += 1);
        recorder.record(page());
        recorder.record(page());
        assert_eq!(*told.lock().unwrap(), 1);
        assert!(!recorder.is_whole());
        assert_eq!(recorder.counts().written, 0);
        assert_eq!(recorder.finish().unwrap_err().to_string(), "full");
    }
}
