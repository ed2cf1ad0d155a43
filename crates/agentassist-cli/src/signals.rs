//! Being asked to stop: by Ctrl-C, `SIGTERM`, or the end of the terminal (`SIGHUP`).

use std::process;

use tokio::sync::watch;

use crate::exit::Failure;
use crate::outcome::Situation;
use crate::stdout;

/// Counts how often somebody asked to stop.
#[derive(Debug, Clone)]
pub(crate) struct Interrupt(watch::Receiver<u32>);

impl Interrupt {
    /// Begins to listen. The process no longer ends by itself when it is asked to, unless it is asked
    /// again while nobody reads its output: then nothing else would ever end it.
    pub(crate) fn listen() -> Result<Self, Failure> {
        let (asked, times) = watch::channel(0);
        let mut stops = Stops::listen()?;
        tokio::spawn(async move {
            loop {
                stops.next().await;
                asked.send_modify(|times| *times += 1);
                if *asked.borrow() > 1 && stdout::is_written_to() {
                    process::exit(Situation::Interrupted.code().into());
                }
            }
        });
        Ok(Self(times))
    }

    /// Resolves when somebody has asked so many times.
    pub(crate) async fn asked(&self, times: u32) {
        let mut receiver = self.0.clone();
        let asked = receiver.wait_for(|asked| *asked >= times).await.is_ok();
        if !asked {
            // Nobody can ask any more.
            std::future::pending::<()>().await;
        }
    }

    /// Whether somebody has asked.
    pub(crate) fn is_asked(&self) -> bool {
        *self.0.borrow() > 0
    }
}

/// The signals, one after the other.
struct Stops {
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
    /// Nothing where the end of the terminal is to be outlived.
    #[cfg(unix)]
    hang_up: Option<tokio::signal::unix::Signal>,
}

#[cfg(unix)]
impl Stops {
    fn listen() -> Result<Self, Failure> {
        use tokio::signal::unix::{SignalKind, signal};

        let listen = |kind| {
            signal(kind).map_err(|error| Failure::outside("cannot listen for signals", error))
        };
        Ok(Self {
            interrupt: listen(SignalKind::interrupt())?,
            terminate: listen(SignalKind::terminate())?,
            hang_up: is_hang_up_heard().then(|| listen(SignalKind::hangup())).transpose()?,
        })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
            () = async {
                match &mut self.hang_up {
                    Some(signal) => drop(signal.recv().await),
                    None => std::future::pending().await,
                }
            } => {}
        }
    }
}

/// Whether the end of the terminal ends this process: `nohup` has it ignored, and to listen would
/// undo that. Linux tells; elsewhere the system is left to do what it was told.
#[cfg(unix)]
fn is_hang_up_heard() -> bool {
    /// `SIGHUP` is the first signal.
    const HANG_UP: u64 = 1;

    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|signals| u64::from_str_radix(signals.trim(), 16).ok());
    ignored.is_some_and(|signals| signals & HANG_UP == 0)
}

#[cfg(not(unix))]
impl Stops {
    #[expect(clippy::unnecessary_wraps, reason = "on Unix listening can fail")]
    fn listen() -> Result<Self, Failure> {
        Ok(Self {})
    }

    async fn next(&mut self) {
        // Without a way to be told, the process runs until it is ended from outside.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
