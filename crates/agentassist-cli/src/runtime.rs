//! The asynchronous runtime that commands call the API on.

use std::future::Future;

use crate::exit::Failure;

/// Runs a command's asynchronous part to its end.
pub(crate) fn block_on<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Runtime::new()
        .map_err(|error| Failure::outside("cannot start the runtime", error))?;
    let outcome = runtime.block_on(work);
    // A question that nobody will answer any more must not keep the process.
    runtime.shutdown_background();
    outcome
}
