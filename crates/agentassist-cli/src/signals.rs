//! Being asked to stop, by Ctrl-C or `SIGTERM`.

use tokio::sync::watch;

use crate::exit::Failure;

/// Counts how often somebody asked to stop.
#[derive(Debug, Clone)]
pub(crate) struct Interrupt(watch::Receiver<u32>);

impl Interrupt {
    /// Begins to listen. The process no longer ends by itself when it is asked to.
    pub(crate) fn listen() -> Result<Self, Failure> {
        let (asked, times) = watch::channel(0);
        let mut stops = Stops::listen()?;
        tokio::spawn(async move {
            loop {
                stops.next().await;
                asked.send_modify(|times| *times += 1);
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
        })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
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
