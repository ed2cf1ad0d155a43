//! `agentassist record`: a proxy that records what passes through it.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use agentassist_conformance::recordings::Recorder;
use serde::Serialize;
use tokio::net::TcpListener;

use crate::exit::Failure;
use crate::record::{self, Upstream};
use crate::signals::Interrupt;
use crate::{files, output, runtime};

/// Record the traffic of any client, redacted, for `agentassist check`
///
/// Listens for plain HTTP on this machine and passes each request on to the upstream, by TLS.
/// Point a client's base URL at the address that is printed. Each exchange becomes a line of the
/// recording as soon as it is over. Secrets and personal data that the document marks are replaced
/// before anything is written, and so are the values of headers and query parameters that it does
/// not know. Traffic of other APIs is passed on and not recorded.
///
/// Stops on Ctrl-C, after the requests under way; a second one does not wait for them.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Host or base URL that requests are passed on to, such as `https://platform.kore.ai`
    ///
    /// A path in it is put in front of the path of each request, and is not recorded.
    #[arg(long, value_name = "URL")]
    upstream: String,
    /// Trust the upstream's certificate by these authorities (PEM), and by no others
    ///
    /// For a host behind a company's own authority. Without it, those of the machine count.
    #[arg(long, value_name = "FILE")]
    ca_file: Option<PathBuf>,
    /// File for the recording (NDJSON), which must not be there yet
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Address to listen on; port 0 takes a free one
    #[arg(long, default_value = "127.0.0.1:0", value_name = "ADDRESS")]
    listen: SocketAddr,
    /// Listen beyond this machine too: tokens then come to it by plain HTTP
    #[arg(long)]
    allow_remote: bool,
    /// Write the address as JSON (`base_url`) to this file once the proxy listens
    #[arg(long, value_name = "FILE")]
    ready_file: Option<PathBuf>,
}

/// What the ready file says.
#[derive(Debug, Serialize)]
struct Ready {
    base_url: String,
}

const EXAMPLES: &str = "\
Examples:
  agentassist record --upstream platform.kore.ai --out traffic.ndjson
  agentassist record --upstream http://127.0.0.1:8080 --out traffic.ndjson --listen 127.0.0.1:9090

Exit codes:
  0  stopped by Ctrl-C or SIGTERM
  2  the command line is wrong
  3  the recording cannot be written, or the address not listened on";

/// Runs the command until it is stopped.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    if !arguments.listen.ip().is_loopback() && !arguments.allow_remote {
        return Err(Failure::Usage(format!(
            "--listen {} is reached from other machines, and tokens come by plain HTTP: take a \
             loopback address such as 127.0.0.1:0, or add --allow-remote",
            arguments.listen
        )));
    }
    let ready_file = arguments.ready_file.as_deref();
    files::told_apart(&[("--out", Some(&arguments.out)), ("--ready-file", ready_file)])?;
    let upstream = Upstream::new(&arguments.upstream, arguments.ca_file.as_deref())?;
    runtime::block_on(serve(arguments, upstream))
}

async fn serve(arguments: &Arguments, upstream: Upstream) -> Result<ExitCode, Failure> {
    // Ready to be stopped before anybody can know that the proxy listens.
    let interrupt = Interrupt::listen()?;
    let cannot_listen =
        |error| Failure::outside(format!("cannot listen on {}", arguments.listen), error);
    let listener = TcpListener::bind(arguments.listen).await.map_err(cannot_listen)?;
    let address = listener.local_addr().map_err(cannot_listen)?;
    let recorder = Recorder::new(
        files::begin_public(&arguments.out).map_err(|error| unwritable(arguments, error))?,
    );
    let ready = Ready { base_url: format!("http://{address}") };
    if let Some(path) = &arguments.ready_file {
        write_ready(path, &ready)?;
    }
    output::say(&format!("record listens on {}", ready.base_url));
    output::say(&format!("upstream   {}", upstream.origin()));
    let served = record::serve(listener, upstream, recorder.clone(), &interrupt).await;
    if let Some(path) = &arguments.ready_file {
        // The address is no longer true. That the file is gone already is as well.
        let _ = std::fs::remove_file(path);
    }
    let counts = recorder.counts();
    output::say(&format!(
        "wrote {} to {}",
        output::counted(counts.written, "exchange"),
        arguments.out.display()
    ));
    if counts.set_aside > 0 {
        output::say(&format!(
            "not recorded: {} of other APIs",
            output::counted(counts.set_aside, "exchange")
        ));
    }
    served.map_err(|error| Failure::outside("the proxy failed", error))?;
    recorder.finish().map_err(|error| unwritable(arguments, error))?;
    Ok(ExitCode::SUCCESS)
}

fn unwritable(arguments: &Arguments, error: std::io::Error) -> Failure {
    Failure::outside(format!("cannot write the recording {}", arguments.out.display()), error)
}

fn write_ready(path: &Path, ready: &Ready) -> Result<(), Failure> {
    let failed =
        |error| Failure::outside(format!("cannot write the ready file {}", path.display()), error);
    let text = serde_json::to_string_pretty(ready).map_err(|error| failed(error.into()))?;
    files::replace(path, &(text + "\n")).map_err(failed)
}
