//! `agentassist sandbox`: the stand-in server.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use agentassist_sandbox::{RateLimit, Ready, Sandbox, Seed, Storage, ready_file};

use crate::exit::Failure;
use crate::output;
use crate::runtime;
use crate::sandbox;
use crate::signals::Interrupt;

/// Serve the five operations with state, for development and tests
///
/// Starts with the vendor's sample contacts, invented ones, and contact lists. What it does where
/// the vendor documents nothing is assumed. Stops on Ctrl-C, after the requests under way.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Address to listen on; port 0 takes a free one
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    listen: SocketAddr,
    /// SQLite file that keeps the state; made and filled if it is not there
    #[arg(long, default_value = "agentassist-sandbox.sqlite3", value_name = "FILE")]
    database: PathBuf,
    /// Keep the state in memory and forget it at the end
    #[arg(long, conflicts_with = "database")]
    ephemeral: bool,
    /// Fill a new state with so many contacts of the first account, the vendor's samples first
    #[arg(long, default_value_t = 30, value_name = "NUMBER",
          value_parser = clap::value_parser!(u32).range(..=1_000_000))]
    contacts: u32,
    /// Write address, ids, secret and a token as JSON to this file once the sandbox listens
    #[arg(long, value_name = "FILE")]
    ready_file: Option<PathBuf>,
    /// Refuse more requests of an account per minute than this; the vendor's limit is 60
    ///
    /// Without it nothing is refused, so that a try-out never waits. How the vendor refuses is
    /// documented nowhere: here it is a 429 with the vendor's text and without `Retry-After`. The
    /// sandbox of `--target sandbox` has no limit: it has one caller, which `--requests-per-minute`
    /// slows down.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    rate_limit: Option<u32>,
}

const EXAMPLES: &str = "\
Examples:
  agentassist sandbox --ephemeral --ready-file ready.json
  agentassist sandbox --ephemeral --contacts 500 --rate-limit 60
  agentassist sandbox --database team.sqlite3 --listen 127.0.0.1:0";

/// Runs the command until it is stopped.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    runtime::block_on(serve(arguments))
}

async fn serve(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let storage = if arguments.ephemeral {
        Storage::Ephemeral
    } else {
        Storage::File(arguments.database.clone())
    };
    // Ready to be stopped before anybody can know that the sandbox listens.
    let interrupt = Interrupt::listen()?;
    let builder = Sandbox::builder()
        .listen(arguments.listen)
        .storage(storage)
        .seed(Seed::contacts(arguments.contacts));
    let builder = match arguments.rate_limit {
        Some(requests) => builder.rate_limit(RateLimit::per_minute(requests)),
        None => builder,
    };
    let sandbox = sandbox::start_as(builder).await?;
    if let Some(path) = &arguments.ready_file {
        ready_file::write(path, &Ready::from(&sandbox))
            .map_err(|error| Failure::outside("the sandbox stops again", error))?;
    }
    introduce(&sandbox, arguments);
    tokio::select! {
        () = interrupt.asked(1) => output::say("stopping"),
        () = sandbox.stopped() => {}
    }
    sandbox.shutdown().await.map_err(|error| Failure::outside("the sandbox failed", error))?;
    if let Some(path) = &arguments.ready_file {
        // The address is no longer true. That the file is gone already is as well.
        let _ = std::fs::remove_file(path);
    }
    Ok(ExitCode::SUCCESS)
}

fn introduce(sandbox: &Sandbox, arguments: &Arguments) {
    let credentials = sandbox.credentials();
    output::say(&format!("sandbox listens on {}", sandbox.base_url()));
    if arguments.ephemeral {
        output::say("state      in memory, gone at the end");
    } else {
        output::say(&format!("state      {}", arguments.database.display()));
    }
    output::say(&format!("account    {}", credentials.account_id));
    output::say(&format!("stream     {}", credentials.stream_id));
    if let Some(requests) = arguments.rate_limit {
        output::say(&format!("limit      {requests} requests a minute for each account"));
    }
    match &arguments.ready_file {
        Some(path) => output::say(&format!("token      in {}", path.display())),
        None => output::say("token      give --ready-file FILE to get one"),
    }
    if !arguments.listen.ip().is_loopback() {
        output::say(
            "warning: its secret is public, and it listens beyond this machine: whoever reaches \
             it can change what it holds",
        );
    }
}
