//! A sandbox in this process, for a try-out without an account.

use agentassist_sandbox::{Sandbox, SandboxBuilder};

use crate::exit::Failure;

/// Starts a sandbox with the vendor's samples, in memory.
pub(crate) async fn start() -> Result<Sandbox, Failure> {
    start_as(Sandbox::builder()).await
}

/// Starts a sandbox as somebody wants it.
pub(crate) async fn start_as(builder: SandboxBuilder) -> Result<Sandbox, Failure> {
    builder.start().await.map_err(|error| Failure::outside("cannot start the sandbox", error))
}
