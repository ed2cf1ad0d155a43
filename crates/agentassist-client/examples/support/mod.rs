//! Connects with what the environment says.

use std::env::{self, VarError};

use agentassist_client::{AgentAssist, BuildError, JwtApp};

/// Reads `AGENTASSIST_HOST`, `…_ACCOUNT_ID`, `…_STREAM_ID`, `…_CLIENT_ID` and `…_CLIENT_SECRET`.
pub(crate) fn connect() -> Result<AgentAssist, Box<dyn std::error::Error>> {
    let variable =
        |name: &str| -> Result<String, VarError> { env::var(format!("AGENTASSIST_{name}")) };
    let app = JwtApp::new(variable("CLIENT_ID")?, variable("CLIENT_SECRET")?);
    let api: Result<AgentAssist, BuildError> = AgentAssist::builder()
        .host(variable("HOST")?)
        .account_id(variable("ACCOUNT_ID")?)
        .stream_id(variable("STREAM_ID")?)
        .auth(app)
        .build();
    Ok(api?)
}
