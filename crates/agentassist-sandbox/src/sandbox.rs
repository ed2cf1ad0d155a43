//! A running sandbox: how it is set up, started and stopped.

use std::fmt;
use std::future::Future;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use thiserror::Error;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::clock::{Clock, SystemClock};
use crate::credentials::Credentials;
use crate::http::{AppState, app};
use crate::rate_limit::{Limiter, RateLimit};
use crate::seed::Seed;
use crate::store::{OpenError, Storage, Store};
use crate::tenant;
use crate::token::JwtApp;

/// How long a stopping sandbox waits for requests that have begun.
const GRACE: Duration = Duration::from_secs(5);

/// A running sandbox. Dropping it stops it, too, as `stop` closes, without waiting for the end.
#[derive(Debug)]
pub struct Sandbox {
    address: SocketAddr,
    credentials: Credentials,
    stop: watch::Sender<bool>,
    stopped: watch::Receiver<bool>,
    server: JoinHandle<io::Result<()>>,
}

impl Sandbox {
    /// Sets up a sandbox: on a free port of the loopback interface, in memory, with the machine's
    /// clock and the default [`Seed`], without a rate limit.
    #[must_use]
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder {
            listen: (Ipv4Addr::LOCALHOST, 0).into(),
            storage: Storage::Ephemeral,
            clock: Arc::new(SystemClock),
            seed: Seed::default(),
            rate_limit: None,
        }
    }

    /// Where the sandbox answers, such as `http://127.0.0.1:8080`, without a slash at the end.
    ///
    /// A sandbox that listens on every interface is reached by the loopback one.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", reachable(self.address))
    }

    /// The address that the sandbox listens on, with the port that it was given.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What a caller needs to be answered.
    #[must_use]
    pub fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    /// Stops accepting connections, lets requests that have begun finish for a few seconds, and
    /// returns when the store is closed.
    pub async fn shutdown(self) -> Result<(), ShutdownError> {
        self.stop.send_replace(true);
        match self.server.await {
            Ok(served) => served.map_err(ShutdownError::Serve),
            Err(error) => Err(ShutdownError::Ended(error)),
        }
    }

    /// Returns a future that resolves when the server has ended, whatever ended it.
    ///
    /// It borrows nothing: a caller can wait for it beside [`Sandbox::shutdown`].
    pub fn stopped(&self) -> impl Future<Output = ()> + Send + 'static {
        let mut stopped = self.stopped.clone();
        async move {
            // An error says that the server is gone without having said so: it has ended as well.
            let _ = stopped.wait_for(|stopped| *stopped).await;
        }
    }
}

/// Sets up a [`Sandbox`]. Everything is optional.
#[derive(Clone)]
pub struct SandboxBuilder {
    listen: SocketAddr,
    storage: Storage,
    clock: Arc<dyn Clock>,
    seed: Seed,
    rate_limit: Option<RateLimit>,
}

impl SandboxBuilder {
    /// The address to listen on. Port 0 takes a free one.
    ///
    /// The sandbox's secret is public: beyond loopback, anyone who reaches the address can change
    /// what it holds.
    #[must_use]
    pub fn listen(mut self, address: SocketAddr) -> Self {
        self.listen = address;
        self
    }

    /// Where the state is kept.
    #[must_use]
    pub fn storage(mut self, storage: Storage) -> Self {
        self.storage = storage;
        self
    }

    /// The clock that tokens are judged by and changes are stamped with.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// What a new database is filled with; one that exists keeps what it has.
    #[must_use]
    pub fn seed(mut self, seed: Seed) -> Self {
        self.seed = seed;
        self
    }

    /// The most requests of each account, counted by the sandbox's [`Clock`].
    #[must_use]
    pub fn rate_limit(mut self, limit: RateLimit) -> Self {
        self.rate_limit = Some(limit);
        self
    }

    /// Opens the store and returns what [`app`] needs, without listening anywhere.
    pub async fn state(self) -> Result<AppState, StartError> {
        Ok(AppState {
            store: Store::open(self.storage, self.seed).await?,
            clock: self.clock,
            jwt_app: Arc::new(JwtApp::new(tenant::CLIENT_ID, tenant::CLIENT_SECRET)),
            limiter: self.rate_limit.map(Limiter::new).map(Arc::new),
        })
    }

    /// Opens the store, listens, and serves on the present Tokio runtime.
    pub async fn start(self) -> Result<Sandbox, StartError> {
        let listen = self.listen;
        let state = self.state().await?;
        let failed = |source| StartError::Listen { address: listen, source };
        let listener = TcpListener::bind(listen).await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let credentials = Credentials::issue(&state.jwt_app, state.clock.now());
        let (stop, stopping) = watch::channel(false);
        let (ended, stopped) = watch::channel(false);
        let server = tokio::spawn(async move {
            let served = serve(listener, state, stopping).await;
            ended.send_replace(true);
            served
        });
        Ok(Sandbox { address, credentials, stop, stopped, server })
    }
}

impl fmt::Debug for SandboxBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SandboxBuilder")
            .field("listen", &self.listen)
            .field("storage", &self.storage)
            .field("seed", &self.seed)
            .field("rate_limit", &self.rate_limit)
            .finish_non_exhaustive()
    }
}

/// Where a caller on this machine reaches a listener of `address`.
fn reachable(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

async fn serve(
    listener: TcpListener,
    state: AppState,
    stopping: watch::Receiver<bool>,
) -> io::Result<()> {
    let asked_to_stop = |mut stopping: watch::Receiver<bool>| async move {
        // An error says that the sandbox was dropped, which asks the same.
        let _ = stopping.wait_for(|stop| *stop).await;
    };
    let store = state.store.clone();
    let served = axum::serve(listener, app(state))
        .with_graceful_shutdown(asked_to_stop(stopping.clone()))
        .into_future();
    let out_of_patience = async {
        asked_to_stop(stopping).await;
        tokio::time::sleep(GRACE).await;
    };
    // A caller that never finishes its request must not keep the sandbox from stopping.
    let served = tokio::select! {
        served = served => served,
        () = out_of_patience => Ok(()),
    };
    store.close().await;
    served
}

/// Why a sandbox did not start.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StartError {
    /// The database cannot be used.
    #[error(transparent)]
    Store(#[from] OpenError),
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: choose another address, or port 0 for a free one")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

/// Why a sandbox did not end in good order.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ShutdownError {
    /// The server ended on an error.
    #[error("the sandbox ended on an error of its listener")]
    Serve(#[source] io::Error),
    /// The runtime ended the server.
    #[error("the sandbox was ended before it could stop by itself")]
    Ended(#[source] tokio::task::JoinError),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listener_on_every_interface_is_reached_by_loopback() {
        let reached = |address: &str| reachable(address.parse().unwrap()).to_string();
        assert_eq!(reached("0.0.0.0:80"), "127.0.0.1:80");
        assert_eq!(reached("[::]:80"), "[::1]:80");
        assert_eq!(reached("192.0.2.7:80"), "192.0.2.7:80");
    }
}
