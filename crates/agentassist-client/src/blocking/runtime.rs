//! The runtime that a blocking client brings along.

use std::io;
use std::sync::Arc;
use std::thread;

use tokio::runtime::{Builder, Handle, Runtime};
use tokio::sync::oneshot;

/// A runtime on a thread of its own, which drives the connections between calls too.
///
/// The thread ends, and with it the runtime, when the last driver is dropped: wherever that is, it
/// waits for nothing.
#[derive(Debug, Clone)]
pub(super) struct Driver {
    handle: Handle,
    _running: Arc<oneshot::Sender<()>>,
}

impl Driver {
    pub(super) fn start() -> io::Result<Self> {
        let runtime: Runtime = Builder::new_current_thread().enable_io().enable_time().build()?;
        let handle = runtime.handle().clone();
        let (running, ended) = oneshot::channel::<()>();
        thread::Builder::new().name("agentassist-client".to_owned()).spawn(move || {
            // The sender sends nothing: it is dropped at the end.
            let _ = runtime.block_on(ended);
        })?;
        Ok(Self { handle, _running: Arc::new(running) })
    }

    /// Waits for the outcome of a call.
    pub(super) fn wait<T: Send>(&self, call: impl Future<Output = T> + Send) -> T {
        if Handle::try_current().is_err() {
            return self.handle.block_on(call);
        }
        // A thread of another runtime, such as one for blocking work, may not enter this one.
        thread::scope(|scope| {
            let waiting = scope.spawn(|| self.handle.block_on(call));
            waiting.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    }
}
