//! Serves a sandbox on port 8080 until the process is killed, and says how to call it.
//!
//! ```console
//! $ cargo run -p agentassist-sandbox --example serve
//! ```

#![expect(clippy::print_stdout, reason = "an example speaks to whoever runs it")]

use std::error::Error;

use agentassist_sandbox::Sandbox;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::builder().listen("127.0.0.1:8080".parse()?).start().await?;
    let credentials = sandbox.credentials();
    println!(
        "curl {}/agentassist/api/v1/public/{}/contacts -H 'accountId: {}' -H 'auth: {}'",
        sandbox.base_url(),
        credentials.stream_id,
        credentials.account_id,
        credentials.token.expose(),
    );
    sandbox.stopped().await;
    Ok(())
}
