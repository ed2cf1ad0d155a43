//! Takes tokens from a file that another program keeps fresh.

#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use std::error::Error;
use std::path::PathBuf;

use agentassist_client::{AgentAssist, AgentAssistBuilder, Token, TokenError, token_fn};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("give the file that holds the token")?;
    let builder = AgentAssist::builder()
        .host(std::env::var("AGENTASSIST_HOST")?)
        .account_id(std::env::var("AGENTASSIST_ACCOUNT_ID")?)
        .stream_id(std::env::var("AGENTASSIST_STREAM_ID")?);
    println!("{} contacts", run(builder, PathBuf::from(file)).await?);
    Ok(())
}

pub(crate) async fn run(builder: AgentAssistBuilder, file: PathBuf) -> Result<i64, Box<dyn Error>> {
    // Called before each attempt: a token that was renewed meanwhile is used from then on.
    let tokens = token_fn(move |_| {
        let token = std::fs::read_to_string(&file).map(Token::new).map_err(TokenError::new);
        async { token }
    });
    let api = builder.auth(tokens).build()?;
    Ok(api.contacts().list().page().await?.total_results)
}
